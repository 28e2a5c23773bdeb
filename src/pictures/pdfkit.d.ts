/** What we use of https://pdfkit.org, which has no types of its own. */
declare module 'pdfkit' {
  /** A part of what the document says, in reading order: https://pdfkit.org/docs/accessibility.html */
  export interface Structure {
    add(part: Structure | (() => void)): Structure;
    end(): void;
  }

  export interface TextOptions {
    readonly width?: number;
    readonly align?: 'left' | 'right';
    readonly lineBreak?: boolean;
    readonly link?: string;
    readonly underline?: boolean;
  }

  export default class PDFDocument {
    constructor(options: {
      readonly size: 'A4';
      readonly margin: number;
      readonly font: string;
      readonly lang: string;
      readonly tagged: true;
      readonly subset: 'PDF/UA';
      readonly pdfVersion: '1.7';
      readonly displayTitle: true;
      readonly bufferPages: true;
      readonly autoFirstPage: true;
      readonly info: { readonly Title: string; readonly Author: string; readonly CreationDate: Date };
    });
    on(event: 'data', take: (chunk: Uint8Array) => void): this;
    on(event: 'end', take: () => void): this;
    on(event: 'error', take: (error: Error) => void): this;
    readonly page: { readonly width: number; readonly height: number; margins: { bottom: number } };
    x: number;
    y: number;
    struct(type: string, content?: readonly (Structure | (() => void))[] | (() => void)): Structure;
    /** `actual`: what it says, where its letters do not show it. */
    struct(type: string, options: { readonly actual?: string }, content: () => void): Structure;
    addStructure(structure: Structure): void;
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' | 'Layout' }): this;
    endMarkedContent(): this;
    font(path: string): this;
    fontSize(size: number): this;
    fillColor(colour: string): this;
    text(text: string, x?: number, y?: number, options?: TextOptions): this;
    heightOfString(text: string, options?: TextOptions): number;
    addPage(): this;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    switchToPage(index: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(width: number): this;
    stroke(colour: string): this;
    end(): void;
  }
}

/** The reader of fonts beneath it. */
declare module 'fontkit' {
  export function openSync(path: string): { hasGlyphForCodePoint(codePoint: number): boolean };
}
