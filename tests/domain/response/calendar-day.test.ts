import { expect, it } from "vitest";
import { calendarDay } from "../../../server/domain/response/calendar-day.ts";

it.each([
  ["2026-10-24T21:30:00Z", "Europe/Vilnius", "2026-10-25"],
  ["2026-10-25T21:30:00Z", "Europe/Vilnius", "2026-10-25"],
  ["2026-10-25T22:30:00Z", "Europe/Vilnius", "2026-10-26"],
  ["2027-03-28T21:30:00Z", "Europe/Vilnius", "2027-03-29"],
  ["2026-10-24T23:30:00Z", "Europe/Lisbon", "2026-10-25"],
  ["2026-12-31T23:30:00Z", "Europe/Lisbon", "2026-12-31"],
  ["2026-12-31T23:30:00Z", "Europe/Rome", "2027-01-01"],
])("%s in %s is the day %s", (moment, timeZone, day) => {
  expect(calendarDay(new Date(moment), timeZone)).toBe(day);
});
