// Invented 911 calls, each at a place of its own, so that no two presses of the button look alike.

/** What a caller says, and where. Coordinates are GTA world metres. */
export interface Incident {
  readonly caller: string;
  readonly place: string;
  readonly description: string;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly postal: string;
  /** Civil calls are no emergency. */
  readonly isCivil?: true;
}

export const incidents: readonly Incident[] = [
  {
    caller: 'Priya Lang',
    place: 'Vinewood Blvd / Alta St',
    description: 'Fight outside the theatre, six people, one has a bottle',
    x: 302.4,
    y: 196.8,
    z: 104.2,
    postal: '8035',
  },
  {
    caller: 'June Albrecht',
    place: 'Paleto Blvd, Paleto Bay',
    description: 'The bank alarm is ringing and a van waits outside with its engine on',
    x: -110.9,
    y: 6462.7,
    z: 31.6,
    postal: '1029',
  },
  {
    caller: 'Marco Teller',
    place: 'Magellan Ave, Vespucci',
    description: 'A car has been blocking my driveway since this morning',
    x: -1208.3,
    y: -1422.5,
    z: 4.3,
    postal: '7146',
    isCivil: true,
  },
  {
    caller: 'Dale Okafor',
    place: 'Alhambra Dr, Sandy Shores',
    description: "My neighbour's trailer is on fire. I think it is empty.",
    x: 1838.6,
    y: 3692.1,
    z: 34.3,
    postal: '3014',
  },
  {
    caller: 'Sol Whitaker',
    place: 'Grapeseed Main St',
    description: 'Tractor and pickup collided, the driver holds his neck',
    x: 1693.7,
    y: 4921.2,
    z: 42.1,
    postal: '2005',
  },
  {
    caller: 'Gus Harrow',
    place: 'Grove St / Davis Ave',
    description: 'Two or three shots, then a motorbike left in a hurry',
    x: 96.2,
    y: -1905.4,
    z: 21.1,
    postal: '9108',
  },
  {
    caller: 'Theo Brandt',
    place: 'Mount Chiliad, west trail',
    description: 'My friend slipped below the cable car and cannot walk',
    x: 214.5,
    y: 5390.8,
    z: 602.7,
    postal: '1051',
  },
  {
    caller: 'Wen Castillo',
    place: 'New Empire Way, LSIA',
    description: 'There is a suitcase at the taxi stand and nobody knows whose',
    x: -1034.8,
    y: -2731.6,
    z: 20.2,
    postal: '7310',
    isCivil: true,
  },
  {
    caller: 'Lena Moss',
    place: 'Great Ocean Hwy, Chumash',
    description: 'A car went through the guard rail, I can see its lights below',
    x: -3052.1,
    y: 741.3,
    z: 22.9,
    postal: '5022',
  },
  {
    caller: 'Hank Lowry',
    place: 'Route 68, Harmony',
    description: 'A truck lost its load, the road is blocked both ways',
    x: 547.9,
    y: 2676.4,
    z: 42.2,
    postal: '4007',
  },
  {
    caller: 'Ruth Adeyemi',
    place: 'Buccaneer Way, Terminal',
    description: "Forklift tipped over, a colleague's leg is trapped",
    x: 1012.3,
    y: -2912.9,
    z: 5.9,
    postal: '9340',
  },
  {
    caller: 'Ivy Novak',
    place: 'Senora Rd, airfield',
    description: 'Smoke comes out of the old hangar',
    x: 1731.5,
    y: 3310.2,
    z: 41.2,
    postal: '3051',
  },
];
