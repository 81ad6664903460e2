const REPAIR_CODECS = new Set(["rtx", "red", "ulpfec", "flexfec-03"]);

/**
 * The description with Chromium's start estimate for video raised to `kbps`, so that the first key
 * frame of a full screen does not trickle out at the 300 kbit/s it assumes otherwise. Meant for the
 * sender's *remote* description; other browsers ignore the parameter.
 */
export function withStartBitrate(sdp: string, kbps: number): string {
  const parameter = `x-google-start-bitrate=${kbps}`;
  return sdp
    .split(/^(?=m=)/m)
    .map((section) => (section.startsWith("m=video") ? raise(section, parameter) : section))
    .join("");
}

function raise(section: string, parameter: string): string {
  return section
    .replace(
      /^a=rtpmap:(\d+) ([^/\r\n]+)\/.*(\r?\n)/gm,
      (line: string, payload: string, codec: string, end: string) => {
        const isPicture = !REPAIR_CODECS.has(codec.toLowerCase());
        const hasParameters = new RegExp(`^a=fmtp:${payload} `, "m").test(section);
        return isPicture && !hasParameters ? `${line}a=fmtp:${payload} ${parameter}${end}` : line;
      },
    )
    .replace(/^(a=fmtp:(\d+) [^\r\n]*)/gm, (line: string, _all: string, payload: string) => {
      const codec = new RegExp(`^a=rtpmap:${payload} ([^/\\r\\n]+)`, "m").exec(section)?.[1];
      const isPicture = codec !== undefined && !REPAIR_CODECS.has(codec.toLowerCase());
      return isPicture && !line.includes("x-google-start-bitrate") ? `${line};${parameter}` : line;
    });
}

/** The ICE user name fragment: another one in the same connection means an ICE restart. */
export function iceUfrag(sdp: string): string | undefined {
  return /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1];
}

/** The certificate's fingerprint: another one means another `RTCPeerConnection` on the far side. */
export function dtlsFingerprint(sdp: string): string | undefined {
  return /^a=fingerprint:(.+?)\r?$/m.exec(sdp)?.[1];
}
