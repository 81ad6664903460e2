/** How many of what: reference → quantity. */
export type Basket = ReadonlyMap<string, number>;

const key = "shop-basket";
const most = 20;

/** The basket of this browser; empty where storage is refused. */
export function readBasket(): Basket {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    const pairs = typeof kept === "object" && kept !== null ? Object.entries(kept) : [];
    return new Map(pairs.filter((pair): pair is [string, number] => Number.isInteger(pair[1])));
  } catch {
    return new Map();
  }
}

/** Sets a quantity (0 takes the item out, 20 is the most) and returns the new basket. */
export function setQuantity(ref: string, quantity: number): Basket {
  const basket = new Map(readBasket());
  if (quantity > 0) basket.set(ref, Math.min(quantity, most));
  else basket.delete(ref);
  try {
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(basket)));
  } catch {
    return basket;
  }
  return basket;
}

/** Number of pieces in a basket. */
export function pieces(basket: Basket): number {
  return Array.from(basket.values()).reduce((sum, quantity) => sum + quantity, 0);
}
