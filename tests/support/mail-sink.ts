import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach } from "vitest";

/** A mail server on 127.0.0.1 that keeps what it is given. */
export interface MailSink {
  url: string;
  port: number;
  letters: ParsedMail[];
  /** Letters are taken only while `hold` is not waiting; set it to keep the sender waiting after it has handed one over. */
  hold: (() => Promise<void>) | undefined;
  close(): Promise<void>;
}

/** Addresses that begin with "refused" are refused for good, those with "later" put off, as mail servers do. */
export async function startMailSink(port = 0): Promise<MailSink> {
  const letters: ParsedMail[] = [];
  const sink: Pick<MailSink, "hold"> = { hold: undefined };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith("refused")) return done(replyWith(550, "no such mailbox"));
      if (address.startsWith("later")) return done(replyWith(451, "come back later"));
      done();
    },
    onData: (stream, _session, done) => {
      void simpleParser(stream).then(async (letter) => {
        letters.push(letter);
        await sink.hold?.();
        done();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address();
  const bound = typeof address === "object" && address ? address.port : 0;
  return Object.assign(sink, {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    letters,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

/** One such server for the tests of a group, empty before each of them. */
export function useMailSink(): { sink: () => MailSink } {
  let sink: MailSink;
  beforeAll(async () => {
    sink = await startMailSink();
  });
  afterAll(() => sink.close());
  beforeEach(() => {
    sink.letters.length = 0;
  });
  return { sink: () => sink };
}

function replyWith(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** Whom a letter went to. */
export function addressesOf(letter: ParsedMail): string[] {
  const to = Array.isArray(letter.to) ? letter.to : letter.to ? [letter.to] : [];
  return to.flatMap(({ value }) => value.flatMap(({ address }) => address ?? []));
}
