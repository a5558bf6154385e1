import type { TableFault, TableFaultCode } from "../domain/upload/table.ts";

/** Stops the reading of a file from wherever it is; the readers turn it into an outcome and let nothing else pass. */
export class UploadFault extends Error {
  readonly fault: TableFault;

  constructor(code: TableFaultCode, details: Omit<TableFault, "code"> = {}) {
    super(code);
    this.fault = { code, ...details };
  }
}

/** What `read` makes of a file, or the fault that stopped it. */
export function outcomeOf<T extends { ok: true }>(
  read: () => T,
): T | { ok: false; fault: TableFault } {
  try {
    return read();
  } catch (error) {
    if (error instanceof UploadFault) return { ok: false, fault: error.fault };
    throw error;
  }
}
