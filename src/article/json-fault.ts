/**
 * Where a JSON text breaks off: the place of the first character that RFC 8259 does not allow there.
 *
 * In: a text that `JSON.parse` refused. Out: the offset and what is wrong in words. Node 20's own message
 * often has no place.
 */

/** The first fault, or null where the text is sound JSON. */
export function findJsonFault(text: string): { offset: number; message: string } | null {
  const scanner = new JsonScanner(text);
  try {
    scanner.space();
    scanner.value();
    scanner.space();
    if (scanner.at < text.length) scanner.fail("more text after the end of the value");
    return null;
  } catch (error) {
    if (error instanceof JsonFault) return { offset: error.offset, message: error.message };
    throw error;
  }
}

class JsonFault extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

class JsonScanner {
  at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  fail(message: string): never {
    throw new JsonFault(this.at, this.at >= this.text.length ? "the line breaks off here" : message);
  }

  space(): void {
    while (/[ \t\r\n]/u.test(this.text[this.at] ?? "")) this.at++;
  }

  value(): void {
    if (++this.depth > 1000) this.fail("nested more than 1000 deep");
    const c = this.text[this.at];
    if (c === "{") this.list("}", true);
    else if (c === "[") this.list("]", false);
    else if (c === '"') this.string();
    else {
      const word = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/uy;
      word.lastIndex = this.at;
      const match = word.exec(this.text);
      if (match === null) this.fail(`expected a value, found "${this.text.slice(this.at, this.at + 12)}"`);
      else this.at += match[0].length;
    }
    this.depth--;
  }

  private list(close: string, keyed: boolean): void {
    this.at++;
    this.space();
    if (this.text[this.at] === close) {
      this.at++;
      return;
    }
    for (;;) {
      if (keyed) {
        if (this.text[this.at] !== '"') this.fail("expected a name in double quotes");
        this.string();
        this.space();
        if (this.text[this.at] !== ":") this.fail('expected ":"');
        this.at++;
        this.space();
      }
      this.value();
      this.space();
      if (this.text[this.at] === close) break;
      if (this.text[this.at] !== ",") this.fail(`expected "," or "${close}"`);
      this.at++;
      this.space();
    }
    this.at++;
  }

  private string(): void {
    const body = /"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/uy;
    body.lastIndex = this.at;
    this.at += body.exec(this.text)?.[0].length ?? 0;
    if (this.text[this.at] !== '"')
      this.fail("a string that is not closed, or a control character or escape in it");
    this.at++;
  }
}
