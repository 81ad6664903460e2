/** Whether nothing listens on this loopback port, neither IPv4 nor IPv6. */
export function portIsFree(port: number): Promise<boolean>;

/** A port of 127.0.0.1 that was free a moment ago. */
export function freePort(): Promise<number>;
