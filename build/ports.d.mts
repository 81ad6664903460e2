/** Whether one may listen on this loopback port and nothing else does, neither IPv4 nor IPv6. */
export function portIsFree(port: number): Promise<boolean>;

/** The first free port of those from `first` on, else whichever the system gives. */
export function nextFreePort(first: number): Promise<number>;

/** A port of 127.0.0.1 that was free a moment ago. */
export function freePort(): Promise<number>;
