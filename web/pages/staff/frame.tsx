import type { Child } from "hono/jsx";
import type { Language } from "../../../server/domain/text.ts";
import { Layout } from "../layout.tsx";

export interface StaffPageProps {
  language: Language;
  styleUrl: string;
}

interface FrameProps extends StaffPageProps {
  title: string;
  path?: string;
  scriptUrl?: string;
  isSignedIn?: boolean;
  children?: Child;
}

/** The frame of pages that belong to no programme. */
export function StaffFrame({ language, styleUrl, title, path, scriptUrl, ...rest }: FrameProps) {
  const isSignedIn = rest.isSignedIn ?? false;
  const frame = { language, title, styleUrl, path, scriptUrl, isSignedIn, isDemonstration: false };
  return (
    <Layout frame={frame}>
      <h1>{title}</h1>
      {rest.children}
    </Layout>
  );
}
