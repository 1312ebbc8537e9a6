const arcs = ['#3a7dae', '#2f7d5b', '#dd9f2b', '#b5432f', '#7a5ea8'];

/** The network's mark: five arcs, one for each region, around an open centre. */
export const Mark = ({ size = 34 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
    {arcs.map((colour, index) => (
      <circle
        key={colour}
        cx="20"
        cy="20"
        r="14.5"
        fill="none"
        stroke={colour}
        strokeWidth="6"
        strokeDasharray="15.6 75.5"
        transform={`rotate(${String(index * 72 - 90)} 20 20)`}
      />
    ))}
    <circle cx="20" cy="20" r="4.2" fill="currentColor" />
  </svg>
);
