import type { FigureRow, FigureTable } from "../../figures/figure.ts";

/**
 * A figure's rows as a table. A wide one scrolls inside its own box, which the keyboard can reach; its title stands
 * outside, since a caption would scroll away with it.
 */
export function FigureTableBox({ id, table }: { id: string; table: FigureTable }) {
  const captionId = `${id}-caption`;
  return (
    <>
      <p class="table-title" id={captionId}>
        {table.caption}
      </p>
      <section class="table-box" aria-labelledby={captionId} tabindex={0}>
        <table aria-labelledby={captionId}>
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
    </>
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
