/** One device of an action: a finger or a keyboard, in the words that WebDriver and WebDriver BiDi share. */
export interface InputSource {
  type: "pointer" | "key";
  id: string;
  parameters?: { pointerType: "mouse" | "touch" };
  actions: Record<string, unknown>[];
}

/** A window of a browser, whatever protocol drives it. */
export interface Device {
  /** Which browser, and which version. */
  name: string;
  open(address: string): Promise<void>;
  /** Runs the body of an async function in the page and gives what it returns, as JSON carries it. */
  run<T>(body: string): Promise<T>;
  act(sources: readonly InputSource[]): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** The page's own width and height; a browser may refuse to be as narrow as a small phone. */
  resize(width: number, height: number): Promise<void>;
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}
