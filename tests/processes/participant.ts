import type { Part } from "../../server/domain/questionnaire/parts.ts";
import type { Device, Reply } from "./device.ts";
import { asBody, fieldsOf, type Sheet } from "./sheets.ts";

/** The statement of the notice that has to be ticked. */
const agreed = ["_statement.participate", "yes"] as const;

export type Way = "at-once" | "part-by-part";

/** Opens the card's link, answers everything and sends it; gives the receipt that is shown in the end. */
export async function answerWholly(
  device: Device,
  { token, sheet, way }: { token: string; sheet: Sheet; way: Way },
): Promise<string> {
  expectRedirect(await device.get(`/l/${token}`), /^\/a$/);
  await (way === "at-once" ? sendAtOnce(device, sheet) : sendPartByPart(device, sheet));
  return await readReceipt(device);
}

export async function readReceipt(device: Device): Promise<string> {
  const { status, text } = await device.get("/a/receipt");
  const receipt = /<p class="code">([^<]*)</.exec(text)?.[1];
  if (status !== 200 || !receipt) throw new Error(`no receipt is shown: ${status}`);
  return receipt;
}

export async function sendAtOnce(device: Device, sheet: Sheet): Promise<void> {
  await device.get("/a/all");
  const form = asBody(fieldsOf(sheet));
  form.append(...agreed);
  expectRedirect(await device.post("/a/all", form), /^\/a\/receipt$/);
}

async function sendPartByPart(device: Device, sheet: Sheet): Promise<void> {
  expectRedirect(await device.post("/a", new URLSearchParams([[...agreed]])), /^\/a$/);
  for (const part of sheet.parts) await sendPart(device, sheet, part);
  const sent = await device.post("/a/response", new URLSearchParams({ _go: "next" }));
  expectRedirect(sent, /^\/a\/receipt$/);
}

async function sendPart(device: Device, sheet: Sheet, part: Part): Promise<void> {
  const path = `/a/parts/${part.section.key}`;
  const page = await device.get(path);
  const form = asBody(fieldsOf(sheet, part));
  const seen = /name="_seen" value="([^"]*)"/.exec(page.text)?.[1];
  if (seen !== undefined) form.append("_seen", seen);
  // On to the next part or the review; or, where another device was quicker, to the start and so to the receipt.
  expectRedirect(await device.post(path, form), /^\/a(\/|$)/);
}

function expectRedirect({ status, location }: Reply, to: RegExp): void {
  if (status === 303 && to.test(location ?? "")) return;
  throw new Error(`expected a redirect to ${to}, got ${status} ${location ?? ""}`);
}
