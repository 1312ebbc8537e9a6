/** Remembers what `make` gave for a text. When full it starts again, so strangers can fill it but never grow it. */
export class BoundedCache<Value> {
  private readonly values = new Map<string, Value>();

  constructor(
    private readonly limit: number,
    private readonly make: (key: string) => Value,
  ) {}

  get(key: string): Value {
    const known = this.values.get(key);
    if (known !== undefined) return known;
    const value = this.make(key);
    if (this.values.size >= this.limit) this.values.clear();
    this.values.set(key, value);
    return value;
  }
}
