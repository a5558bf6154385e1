import { serveThread } from "../threads/serve-thread.ts";
import { readUpload, type UploadAnswer, type UploadQuestion } from "./read-upload.ts";

// The entry of the worker threads that read what people send.
serveThread<UploadQuestion, UploadAnswer>((question) => ({ answer: readUpload(question) }));
