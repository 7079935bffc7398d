// Small drawings in a box of 16 by 16, in the colour of the text around them.

const SHAPES = {
  // Levels of urgency: told apart by outline alone.
  low: 'M2.500 5.500 8 11l5.500-5.500',
  normal: 'M8 3.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9z',
  high: 'M8 2.500 14 13H2z',
  critical: 'M5.200 1.500h5.600l3.700 3.700v5.600l-3.700 3.700H5.200l-3.700-3.700V5.200z',

  pin: 'M8 14.500S3.300 10 3.300 6.400a4.700 4.700 0 0 1 9.400 0C12.700 10 8 14.500 8 14.500zM8 8.100a1.700 1.700 0 1 0 0-3.400 1.700 1.700 0 0 0 0 3.400z',
  turn: 'M8 1.500 13.200 14 8 11.200 2.800 14z',
  route:
    'M4 14.200a1.700 1.700 0 1 0 0-3.400 1.700 1.700 0 0 0 0 3.400zM12 5.200a1.700 1.700 0 1 0 0-3.400 1.700 1.700 0 0 0 0 3.400zM5.800 12.500h4.700a2.250 2.250 0 0 0 0-4.500h-5a2.250 2.250 0 0 1 0-4.500h4.600',
  units:
    'M6 7.600a2.600 2.600 0 1 0 0-5.200 2.600 2.600 0 0 0 0 5.200zM1.400 13.600c0-2.500 2-4 4.600-4s4.600 1.500 4.600 4M10.800 2.800a2.400 2.400 0 0 1 0 4.500M12 9.900c1.700.5 2.700 1.800 2.700 3.700',
  caller:
    'M3.400 1.900 5.500 1.500l1.600 3.400-1.500 1.400a9 9 0 0 0 4.100 4.100l1.400-1.500 3.400 1.600-.4 2.100c-.2.9-1 1.500-1.900 1.500C6.900 13.700 2.300 9.100 1.900 3.800c0-.9.600-1.700 1.500-1.900z',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.800V8l2.200 1.500',
  check: 'M2.800 8.600 6.300 12l7-7.700',
  cross: 'M3.800 3.800l8.400 8.400M12.200 3.800l-8.400 8.400',
  back: 'M10 3 5 8l5 5',
  up: 'M3 10.500 8 5.500l5 5',
  down: 'M3 5.500 8 10.500l5-5',
  note: 'M3 2.500h10v7.200L9.300 13.500H3zM9.300 13.500V9.700H13M5.300 5.500h5.400M5.300 8h2.700',
  wait: 'M4 2h8M4 14h8M4.800 2c0 3.600 6.400 4.200 6.400 6s-6.400 2.400-6.400 6M11.200 2c0 3.600-6.400 4.200-6.400 6s6.400 2.400 6.400 6',

  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.400V11M8 5.100v.01',
  pager: 'M2 4.500h12v7.500H2zM4.300 6.800h7.400v2H4.300zM4.500 12v2M11.500 12v2',
  station: 'M2 14V6.600L8 2l6 4.600V14M5 14V8.800h6V14M5 11.400h6',
  status:
    'M8 12.300a4.300 4.300 0 1 0 0-8.600 4.300 4.300 0 0 0 0 8.600zM8 9.200a1.200 1.200 0 1 0 0-2.400 1.200 1.200 0 0 0 0 2.400z',
  tone: 'M2.500 6v4h2.400L8.500 13V3L4.900 6zM11 5.600a3.400 3.400 0 0 1 0 4.800M12.900 3.700a6 6 0 0 1 0 8.600',
  success: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM5.200 8.300l2 1.900 3.600-4.100',
  warning: 'M8 2 14.600 13.600H1.400zM8 6.400v3.400M8 11.600v.01',
  siren:
    'M4 11.200V8a4 4 0 0 1 8 0v3.200M2.500 13.800h11v-2.600h-11zM8 .8v1.400M2.200 3.200l1 1M13.800 3.200l-1 1',
} as const;

export type IconName = keyof typeof SHAPES;

/** Drawings that are areas, not lines. */
const FILLED: ReadonlySet<IconName> = new Set(['normal', 'high', 'critical', 'turn']);

/** For the eye only: what it says is said in words beside it. */
export function Icon({ name, turn }: { readonly name: IconName; readonly turn?: number }) {
  return (
    <svg class={`icon${FILLED.has(name) ? ' filled' : ''}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[name]} transform={turn === undefined ? undefined : `rotate(${turn} 8 8)`} />
      {name === 'critical' && <path class="cut" d="M8 4.500v4.200M8 11.300v.01" />}
    </svg>
  );
}
