import type { ImportWish } from "../domain/exchange/outline.ts";
import type { TableFault } from "../domain/upload/table.ts";
import { createThread, findThreadFile, type Thread } from "../threads/thread.ts";
import type { ForeignFile } from "./read-questionnaire.ts";
import {
  type KeptTable,
  readUpload,
  type UploadAnswer,
  type UploadQuestion,
} from "./read-upload.ts";

/** Reads what people send without keeping anybody else waiting. What cannot be read is a fault, never an error. */
export interface UploadReader {
  readTable(bytes: Uint8Array, fileName: string): Promise<KeptTable>;
  readQuestionnaire(bytes: Uint8Array, fileName: string, wish: ImportWish): Promise<ForeignFile>;
  stop(): Promise<void>;
}

export interface ReaderLimits {
  milliseconds: number;
  /** Of one thread; the largest tables that may be uploaded need about half of what is usual. */
  megabytes: number;
}

const usualLimits: ReaderLimits = { milliseconds: 45_000, megabytes: 384 };
/** One file that takes long leaves a thread to the others. */
const threadCount = 2;

/** A reader on worker threads where the server is built, and in this thread where it runs from its sources. */
export function createUploadReader(): UploadReader {
  const file = findThreadFile("upload-worker.js");
  return file === undefined ? createInlineReader() : createThreadReader(file);
}

export function createInlineReader(): UploadReader {
  return readerOf({ ask: async (question) => readUpload(question), stop: async () => {} });
}

export function createThreadReader(file: string, limits: ReaderLimits = usualLimits): UploadReader {
  const setting = {
    file,
    longest: limits.milliseconds,
    limits: { maxOldGenerationSizeMb: limits.megabytes },
  };
  const threads = Array.from({ length: threadCount }, () => {
    return { thread: createThread<UploadQuestion, UploadAnswer>(setting), waiting: 0 };
  });
  const ask = async (question: UploadQuestion) => {
    const free = threads.reduce((least, one) => (one.waiting < least.waiting ? one : least));
    free.waiting += 1;
    try {
      return await free.thread.ask(question);
    } finally {
      free.waiting -= 1;
    }
  };
  return readerOf({
    ask,
    stop: async () => void (await Promise.all(threads.map(({ thread }) => thread.stop()))),
  });
}

function readerOf({ ask, stop }: Thread<UploadQuestion, UploadAnswer>): UploadReader {
  const read = async <Read extends UploadAnswer>(
    question: UploadQuestion,
    refused: (fault: TableFault) => Read,
  ): Promise<Read> => {
    try {
      // The thread answers a table with a table, and a questionnaire with a questionnaire.
      return (await ask(question)) as Read;
    } catch (error) {
      const fault = faultOf(error);
      if (!fault) throw error;
      return refused(fault);
    }
  };
  return {
    readTable: (bytes, fileName) =>
      read<KeptTable>({ kind: "table", bytes, fileName }, (fault) => ({ ok: false, fault })),
    readQuestionnaire: (bytes, fileName, wish) =>
      read<ForeignFile>({ kind: "questionnaire", bytes, fileName, wish }, (fault) => ({
        readable: false,
        fault,
      })),
    stop,
  };
}

/** A thread that ran out of its time or memory says something about the file, not about us. */
function faultOf(error: unknown): TableFault | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === "TimeoutError") return { code: "took-too-long" };
  const { code } = error as NodeJS.ErrnoException;
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? { code: "too-much-inside" } : undefined;
}
