// A street at dusk or in daylight, drawn from scratch: what stands behind the NUI page in the demo and in pictures.

type Points = readonly (readonly [x: number, y: number])[];
type Random = () => number;

/** Colours of the street, from far to near, and how many windows are lit. */
interface Light {
  readonly sky: readonly string[];
  readonly sun: string;
  readonly far: string;
  readonly near: string;
  readonly lit: readonly string[];
  readonly share: number;
  readonly road: readonly [far: string, near: string];
  readonly walk: string;
  readonly line: string;
  readonly kerb: string;
  readonly lamp: string;
}

const LIGHTS: Readonly<Record<'dusk' | 'day', Light>> = {
  dusk: {
    sky: ['#1a2140', '#5b3a63', '#d3735a', '#f4b26a'],
    sun: '#ffd9a0',
    far: '#3d3052',
    near: '#191a2b',
    lit: ['#ffcf7a', '#ffe2a8', '#8fb7e8'],
    share: 0.34,
    road: ['#2b2a36', '#15161d'],
    walk: '#23232f',
    line: '#d9b25c',
    kerb: '#4a4656',
    lamp: '#ffdf9e',
  },
  day: {
    sky: ['#4f93d6', '#8cbfe9', '#cfe6f5', '#f3f4ea'],
    sun: '#ffffff',
    far: '#a9bccb',
    near: '#7d8791',
    lit: ['#94a8b8', '#b9cad6', '#6d7f8e'],
    share: 0.75,
    road: ['#8a8c8f', '#5c5e62'],
    walk: '#b5b2a8',
    line: '#f2d060',
    kerb: '#d8d5cb',
    lamp: '#e8e8e8',
  },
};
const HEIGHT = 1080;
const HORIZON = 590;

/** Numbers between 0 and 1 that are the same every time. */
function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const rect = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}"/>`;
const polygon = (points: Points, fill: string, more = '') =>
  `<polygon points="${points.map((point) => point.map((n) => n.toFixed(1)).join(',')).join(' ')}" fill="${fill}" ${more}/>`;

/** Houses in a row along the horizon. */
function skyline(
  random: Random,
  width: number,
  fill: string,
  [low, high]: readonly [low: number, high: number],
  step: number,
): string {
  let out = '';
  for (let x = -20; x < width; x += step * (0.55 + random() * 0.7)) {
    const height = low + random() * (high - low);
    out += rect(x, HORIZON - height, step * (0.5 + random() * 0.6), height + 4, fill);
  }
  return out;
}

/** A house front along the street, drawn towards the vanishing point, with windows. */
function front(
  { random, light, center }: { readonly random: Random; readonly light: Light; readonly center: number },
  side: number,
  near: number,
  far: number,
  top: number,
): string {
  const at = (depth: number, height: number): [x: number, y: number] => {
    const scale = 1 / depth;
    return [center + side * 620 * scale, HORIZON + (150 - height) * scale];
  };
  const wall = polygon([at(near, 0), at(near, top), at(far, top), at(far, 0)], light.near, 'opacity="0.97"');
  let windows = '';
  const rows = Math.floor(top / 95);
  const columns = 9;
  for (let row = 1; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (random() > light.share) continue;
      const from = near + ((far - near) * (column + 0.25)) / columns;
      const to = near + ((far - near) * (column + 0.75)) / columns;
      const bottom = row * 95 + 20;
      const color = light.lit[Math.floor(random() * light.lit.length)] ?? light.lamp;
      windows += polygon(
        [at(from, bottom), at(from, bottom + 50), at(to, bottom + 50), at(to, bottom)],
        color,
        `opacity="${(0.35 + random() * 0.5).toFixed(2)}"`,
      );
    }
  }
  return wall + windows;
}

function street(light: Light, width: number): string {
  const center = width / 2;
  const spread = (share: number) => center + (share * width) / 2;
  let out = polygon(
    [
      [0, HORIZON],
      [width, HORIZON],
      [width * 1.4, HEIGHT],
      [-width * 0.4, HEIGHT],
    ],
    light.walk,
  );
  out += polygon(
    [
      [center - 26, HORIZON],
      [center + 26, HORIZON],
      [spread(1.05), HEIGHT],
      [spread(-1.05), HEIGHT],
    ],
    'url(#road)',
  );
  for (const side of [-1, 1]) {
    const edge = side * 1.05;
    out += polygon(
      [
        [center + side * 26, HORIZON],
        [center + side * 27, HORIZON],
        [spread(edge * 1.03), HEIGHT],
        [spread(edge), HEIGHT],
      ],
      light.kerb,
    );
    out += polygon(
      [
        [center + side * 0.8, HORIZON],
        [center + side * 1.6, HORIZON],
        [spread(side * 0.024), HEIGHT],
        [spread(side * 0.012), HEIGHT],
      ],
      light.line,
      'opacity="0.8"',
    );
    for (let dash = 0; dash < 9; dash++) {
      const y0 = HORIZON + 490 * (dash / 9) ** 2.2;
      const y1 = HORIZON + 490 * ((dash + 0.5) / 9) ** 2.2;
      const x = (y: number, share: number) =>
        center + side * (26 + ((width / 2) * 1.05 - 26) * ((y - HORIZON) / 490)) * share;
      out += polygon(
        [
          [x(y0, 0.5), y0],
          [x(y0, 0.515), y0],
          [x(y1, 0.515), y1],
          [x(y1, 0.5), y1],
        ],
        '#e8e6e0',
        'opacity="0.55"',
      );
    }
  }
  return out;
}

function lamps(light: Light, center: number): string {
  let out = '';
  for (const depth of [0.62, 0.9, 1.35, 2.1, 3.4]) {
    for (const side of [-1, 1]) {
      const x = center + (side * 520) / depth;
      const foot = HORIZON + 150 / depth;
      const top = HORIZON - 330 / depth;
      const arm = (-side * 60) / depth;
      out += `<path d="M${x} ${foot}V${top}q0 ${-24 / depth} ${arm} ${-24 / depth}" fill="none" stroke="#20222b" stroke-width="${6 / depth}"/>`;
      out += `<circle cx="${x + arm}" cy="${top - 20 / depth}" r="${9 / depth}" fill="${light.lamp}"/>`;
      out += `<circle cx="${x + arm}" cy="${top - 20 / depth}" r="${52 / depth}" fill="${light.lamp}" opacity="0.13"/>`;
    }
  }
  return out;
}

/** A patrol car ahead, from behind. */
function car(center: number): string {
  const x = center - 150;
  const y = HORIZON + 150;
  return `<g transform="translate(${x} ${y}) scale(0.82)">
    <ellipse cx="180" cy="212" rx="190" ry="22" fill="#000" opacity="0.45"/>
    <path d="M52 78 84 16q6-10 20-10h152q14 0 20 10l32 62z" fill="#10131a"/>
    <path d="M72 74 96 24q4-8 14-8h140q10 0 14 8l24 50z" fill="#2d3a4d"/>
    <path d="M24 92q4-16 22-16h268q18 0 22 16l8 52v44H16v-44z" fill="#e9ecf1"/>
    <path d="M16 144h328v44H16z" fill="#14171f"/>
    <path d="M30 98h56v26H26zM274 98h56l4 26h-60z" fill="#c9202b"/>
    <rect x="136" y="104" width="88" height="30" rx="4" fill="#f6f3e6"/>
    <rect x="34" y="186" width="54" height="30" rx="8" fill="#0b0c10"/><rect x="272" y="186" width="54" height="30" rx="8" fill="#0b0c10"/>
    <rect x="112" y="-6" width="66" height="13" rx="5" fill="#e8313c"/><rect x="182" y="-6" width="66" height="13" rx="5" fill="#3f7dff"/>
    <ellipse cx="145" cy="0" rx="70" ry="34" fill="#ff3b46" opacity="0.25"/><ellipse cx="215" cy="0" rx="70" ry="34" fill="#4d86ff" opacity="0.28"/>
  </g>`;
}

/** What the game draws at the bottom left, so that one sees that cards keep out of it. */
function minimap(light: Light): string {
  const [x, y, w, h] = [0.016 * 1920, 0.795 * HEIGHT, 0.141 * 1920, 0.18 * HEIGHT] as const;
  const isDay = light === LIGHTS.day;
  const [ground, road] = isDay ? ['#5f6a62', '#e9e9e4'] : ['#3b4148', '#aab0b8'];
  return `<g transform="translate(${x} ${y})"><clipPath id="map"><rect width="${w}" height="${h}" rx="3"/></clipPath>
    <g clip-path="url(#map)"><rect width="${w}" height="${h}" fill="${ground}" opacity="0.9"/>
      <path d="M-10 40 300 96M60-10 96 210M180-10l24 210M-10 140l300 26M130-10v210" stroke="${road}" stroke-width="7" fill="none" opacity="0.75"/>
      <path d="M135 100V60l66-12 12 60" stroke="#b67ce8" stroke-width="7" fill="none"/></g>
    <path d="M135 88l11 26-11-6-11 6z" fill="#fff"/>
    <rect y="${h + 4}" width="${w * 0.49}" height="7" fill="#4d9a58"/><rect x="${w * 0.51}" y="${h + 4}" width="${w * 0.49}" height="7" fill="#4a86b8"/></g>`;
}

/** An SVG that fills the screen. The game draws a minimap at the bottom left; the demo has one of its own. */
export function drawScene(
  name: keyof typeof LIGHTS,
  { aspect = 16 / 9, hasMinimap = true }: { readonly aspect?: number; readonly hasMinimap?: boolean } = {},
): string {
  const light = LIGHTS[name];
  const width = HEIGHT * aspect;
  const center = width / 2;
  const random = createRandom(name === 'day' ? 11 : 7);
  const stops = light.sky
    .map((color, i) => `<stop offset="${i / (light.sky.length - 1)}" stop-color="${color}"/>`)
    .join('');
  const houses = [
    [1.5, 3.6, 900],
    [0.72, 1.42, 640],
    [0.3, 0.66, 760],
  ] as const;
  const fronts = [-1, 1].flatMap((side) =>
    houses.map(([near, far, top]) => front({ random, light, center }, side, near, far, top)),
  );
  return `<svg viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="xMidYMid slice" xmlns="http://www.w3.org/2000/svg">
    <defs><linearGradient id="sky" x2="0" y2="1">${stops}</linearGradient>
      <linearGradient id="road" x2="0" y2="1"><stop stop-color="${light.road[0]}"/><stop offset="1" stop-color="${light.road[1]}"/></linearGradient>
      <radialGradient id="sun"><stop stop-color="${light.sun}" stop-opacity="0.95"/><stop offset="1" stop-color="${light.sun}" stop-opacity="0"/></radialGradient></defs>
    ${rect(0, 0, width, HORIZON + 4, 'url(#sky)')}
    <circle cx="${center + 60}" cy="${HORIZON - 40}" r="360" fill="url(#sun)"/>
    ${skyline(random, width, light.far, [90, 300], 74)}
    ${street(light, width)}
    ${fronts.join('')}
    ${lamps(light, center)}
    ${car(center)}
    ${hasMinimap ? minimap(light) : ''}
  </svg>`;
}
