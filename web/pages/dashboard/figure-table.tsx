import type { FigureRow, FigureTable } from "../../figures/figure.ts";

/** A figure's rows as a table. Wide ones scroll inside their own box, which the keyboard can reach. */
export function FigureTableBox({ id, table }: { id: string; table: FigureTable }) {
  const captionId = `${id}-caption`;
  return (
    <section class="table-box" aria-labelledby={captionId} tabindex={0}>
      <table id={`${id}-table`}>
        <caption id={captionId}>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th scope="col" class={column.align === "end" ? "number" : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <TableRow row={row} table={table} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TableRow({ row, table }: { row: FigureRow; table: FigureTable }) {
  const [name, ...cells] = row.cells;
  const className = row.isWithheld ? "withheld" : row.isTotal ? "total" : undefined;
  return (
    <tr class={className}>
      <th scope="row">{name?.text}</th>
      {cells.map((cell, index) => (
        <td class={table.columns[index + 1]?.align === "end" ? "number" : undefined}>
          {cell.text}
        </td>
      ))}
    </tr>
  );
}
