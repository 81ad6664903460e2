<?php

namespace LiveHelperChatExtension\visavis\providers;

/**
 * One call to Visavis whose whole has a deadline: connection, TLS, head and body. PHP's own HTTP stream
 * bounds each read alone, so an answer that drips would hold the page, and a closing chat, for minutes.
 */
final class VisavisCall
{
    private const MOST_BYTES = 262144;

    /** @param float $until by `microtime(true)` */
    public function __construct(private readonly string $origin, private readonly float $until)
    {
    }

    /**
     * @param list<string> $headers
     * @return array{status: int, body: string}
     * @throws VisavisFailure `away`
     */
    public function send(string $method, string $path, array $headers, string $body): array
    {
        $stream = $this->connected();
        try {
            $host = substr((string) strstr($this->origin, '//'), 2);
            $this->write($stream, implode("\r\n", [
                "$method $path HTTP/1.1", "Host: $host", 'Connection: close', 'Accept: application/json',
                'Content-Length: ' . strlen($body), ...$headers, '', $body,
            ]));
            return self::parsed($this->read($stream));
        } finally {
            fclose($stream);
        }
    }

    /** @return resource */
    private function connected()
    {
        ['scheme' => $scheme, 'host' => $host] = $parts = parse_url($this->origin);
        $secure = $scheme === 'https';
        $port = $parts['port'] ?? ($secure ? 443 : 80);
        $context = stream_context_create(['ssl' => ['peer_name' => trim($host, '[]')]]);
        $left = max(0.001, $this->left());
        $stream = @stream_socket_client("tcp://$host:$port", $code, $words, $left, STREAM_CLIENT_CONNECT, $context);
        if ($stream === false) {
            throw self::away();
        }
        stream_set_blocking($stream, false);
        while ($secure && ($done = @stream_socket_enable_crypto($stream, true, STREAM_CRYPTO_METHOD_TLS_CLIENT)) !== true) {
            if ($done === false) {
                throw self::away();
            }
            $this->wait([$stream], []);
        }
        return $stream;
    }

    /** @param resource $stream */
    private function write($stream, string $text): void
    {
        while ($text !== '') {
            $this->wait([], [$stream]);
            $written = @fwrite($stream, $text);
            if ($written === false) {
                throw self::away();
            }
            $text = substr($text, $written);
        }
    }

    /** @param resource $stream */
    private function read($stream): string
    {
        $text = '';
        while (!feof($stream) && strlen($text) < self::MOST_BYTES) {
            $piece = @fread($stream, 8192);
            $text .= (string) $piece;
            if (($piece === '' || $piece === false) && !feof($stream)) {
                $this->wait([$stream], []);
            }
        }
        return $text;
    }

    private function wait(array $read, array $write): void
    {
        $left = $this->left();
        $except = null;
        $ready = $left <= 0 ? 0 : stream_select($read, $write, $except, (int) $left, (int) (fmod($left, 1) * 1e6));
        if ($ready === 0 || $ready === false) {
            throw self::away();
        }
    }

    private function left(): float
    {
        return $this->until - microtime(true);
    }

    /** @return array{status: int, body: string} */
    private static function parsed(string $answer): array
    {
        [$head, $body] = explode("\r\n\r\n", $answer, 2) + [1 => ''];
        if (preg_match('~^HTTP/1\.\d (\d{3})~', $head, $found) !== 1) {
            throw self::away();
        }
        $chunked = preg_match('/^transfer-encoding:\s*chunked\s*$/im', $head) === 1;
        return ['status' => (int) $found[1], 'body' => $chunked ? self::joined($body) : $body];
    }

    /** The pieces of a chunked body, each behind its length in hex. */
    private static function joined(string $body): string
    {
        $text = '';
        for ($at = 0; preg_match('/\G([0-9a-f]{1,6})[^\r\n]*\r\n/i', $body, $found, 0, $at) === 1;) {
            $length = (int) hexdec($found[1]);
            $text .= substr($body, $at + strlen($found[0]), $length);
            $at += strlen($found[0]) + $length + 2;
        }
        return $text;
    }

    private static function away(): VisavisFailure
    {
        return new VisavisFailure(502, 'away', 'Visavis cannot be reached');
    }
}
