import { createTransport } from "nodemailer";
import type { Log } from "../log.ts";

/** One letter to one address. Text only reaches everybody; `html` stands beside it where links are easier to press. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Stays the same however often a letter is tried, so that two tries are seen to be one letter. */
  messageId?: string;
}

/** What the mail server said: taken, not now (try again), or never (the address is refused). */
export type Delivery =
  | { outcome: "accepted" }
  | { outcome: "try-again"; reply: string }
  | { outcome: "refused"; reply: string };

export interface Mailer {
  send(letter: Letter): Promise<Delivery>;
  close(): void;
}

/** How to reach the operator's own mail server, and whom letters come from. */
export interface MailSettings {
  /** Such as `smtps://user:password@mail.example.org`. */
  smtpUrl: string;
  /** Such as `Pokytis <apklausos@example.org>`. */
  from: string;
}

const patienceMilliseconds = 20_000;

/** Sends letters through the operator's mail server. The log tells outcomes, never an address or a text. */
export function createMailer({ smtpUrl, from }: MailSettings, log: Log): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patienceMilliseconds,
    greetingTimeout: patienceMilliseconds,
    socketTimeout: patienceMilliseconds,
    // A letter is made of what we hand in: nothing is ever fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (letter) => {
      try {
        await transport.sendMail({ ...letter, from });
        return { outcome: "accepted" };
      } catch (error) {
        const delivery = deliveryOf(error);
        log("letter-not-sent", { outcome: delivery.outcome });
        return delivery;
      }
    },
    close: () => transport.close(),
  };
}

/** Replies from 500 on about the recipient are final; everything else, also no connection at all, may pass. */
function deliveryOf(error: unknown): Delivery {
  const { responseCode, message } = error as { responseCode?: number; message?: string };
  const reply = (message ?? "").slice(0, 300);
  const isFinal = responseCode !== undefined && responseCode >= 500;
  return { outcome: isFinal ? "refused" : "try-again", reply };
}
