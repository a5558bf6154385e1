import type { Db } from "../../db/connect.ts";
import type { RenderDocument } from "../documents/renderer.ts";

/**
 * Does the work of one kind of job and hands back what is still to be written. The writing is done in
 * one transaction with marking the job as done, so that neither happens without the other; its value is
 * the job's result. A `Problem` thrown ends the job; any other error leads to another attempt.
 */
export type JobHandler = (payload: unknown, context: JobContext) => Promise<JobCompletion>;

export type JobCompletion = (db: Db) => Promise<unknown>;

export interface JobContext {
  db: Db;
  now: () => Date;
  programmeId: string | null;
  askedBy: string | null;
  /** Says how far the work is, in percent. */
  progress(percent: number): Promise<void>;
  /** Aborted when the job was cancelled, or the server stops: the work is in vain from then on. */
  signal: AbortSignal;
  /** Makes a document outside of the thread that answers requests. */
  render: RenderDocument;
}

/** Handlers by kind of job. A kind that is not here is left for a server that knows it. */
export type JobHandlers = Record<string, JobHandler>;
