<?php

namespace LiveHelperChatExtension\visavis\providers;

/** The part of Visavis' plug-in surface that the extension needs: agent tokens and REST. */
final class VisavisService
{
    private const TOKEN_LIFE_S = 600;
    private const DEADLINE_S = 4.0;

    /** @param float|null $until when all calls together must be done, by `microtime(true)`; without it each has 4 s */
    public function __construct(private readonly VisavisSettings $settings, private readonly ?float $until = null)
    {
    }

    /**
     * A token for this operator and this visitor, good for ten minutes.
     *
     * @param array{id: string, name: string} $person
     */
    public function token(array $person, string $visitorId): string
    {
        $now = time();
        $signed = self::part(['alg' => 'HS256', 'typ' => 'visavis-agent+jwt', 'kid' => $this->settings->keyId])
            . '.' . self::part([
                'iss' => $this->settings->siteKey, 'aud' => 'visavis', 'role' => 'agent',
                'sub' => $person['id'], 'name' => $person['name'], 'visitor' => $visitorId,
                'iat' => $now, 'exp' => $now + self::TOKEN_LIFE_S, 'jti' => bin2hex(random_bytes(16)),
            ]);
        return $signed . '.' . self::base64url(hash_hmac('sha256', $signed, $this->settings->key, true));
    }

    /** Asks by a link; the new session with its `acceptUrl`. */
    public function requestByLink(array $person, string $visitorId, string $conversationId): array
    {
        $body = ['visitorId' => $visitorId, 'conversationId' => $conversationId, 'delivery' => 'link'];
        return $this->ask($person, $visitorId, 'POST', '/share-requests', $body);
    }

    /** The visitor's sessions that have not ended, newest first. */
    public function open(array $person, string $visitorId): array
    {
        $path = '/sessions?limit=20&visitorId=' . rawurlencode($visitorId);
        $items = $this->ask($person, $visitorId, 'GET', $path)['items'] ?? [];
        return array_values(array_filter($items, fn (array $one): bool => $one['state'] !== 'ended'));
    }

    /** Ends a session in the name of the operator whose it is. */
    public function end(array $session): void
    {
        $this->ask($session['agent'], $session['visitorId'], 'POST', "/sessions/{$session['id']}/end");
    }

    /** @throws VisavisFailure `away`, or the code with which Visavis refused */
    private function ask(array $person, string $visitorId, string $method, string $path, ?array $body = null): array
    {
        $headers = ['Authorization: Bearer ' . $this->token($person, $visitorId)];
        if ($body !== null) {
            $headers[] = 'Content-Type: application/json';
        }
        $call = new VisavisCall($this->settings->service, $this->until ?? microtime(true) + self::DEADLINE_S);
        $text = $body === null ? '' : self::json($body);
        ['status' => $status, 'body' => $said] = $call->send($method, "/api/v1$path", $headers, $text);
        $answer = json_decode($said, true);
        if ($status < 200 || $status >= 300) {
            $code = is_string($answer['code'] ?? null) ? $answer['code'] : 'refused';
            throw new VisavisFailure($status >= 500 ? 502 : 409, $status >= 500 ? 'away' : $code, "Visavis answered $status $code");
        }
        if (!is_array($answer)) {
            throw new VisavisFailure(502, 'away', 'the answer of Visavis broke off');
        }
        return $answer;
    }

    private static function part(array $value): string
    {
        return self::base64url(self::json($value));
    }

    private static function json(array $value): string
    {
        return json_encode($value, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE);
    }

    private static function base64url(string $bytes): string
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }
}
