/** An element of an XML file with what stands in it; `text` is all text directly inside, CDATA included. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  text: string;
}
