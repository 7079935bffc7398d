// Which calls the list shows, and how many there are behind each filter.

import { LIST_FILTERS, type ListFilter } from '../../shared/screen.ts';
import { useScreen } from '../screen.ts';

interface FiltersProps {
  readonly filter: ListFilter;
  readonly counts: Readonly<Record<ListFilter, number>>;
}

export function Filters({ filter, counts }: FiltersProps) {
  const { format, act } = useScreen();
  return (
    <div class="filters" role="tablist">
      {LIST_FILTERS.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={name === filter}
          onClick={() => act('filter', name)}
        >
          {format.translate(`ui.filter.${name}`)}
          <span class="count">{format.count(counts[name])}</span>
        </button>
      ))}
    </div>
  );
}
