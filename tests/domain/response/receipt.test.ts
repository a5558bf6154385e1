import { expect, it } from "vitest";
import { receiptOf } from "../../../server/domain/response/receipt.ts";

it("a receipt stands for one response, always the same", () => {
  expect(receiptOf("01234567-89ab-4cde-8f01-23456789abcd")).toBe("BCDF-GHJK");
  expect(receiptOf("fedcba98-89ab-4cde-8f01-23456789abcd")).toBe("ZVTS-RPNM");
});
