<?php

namespace LiveHelperChatExtension\visavis\providers;

/** The settings file, checked: a bad one is told in a sentence that names the key. */
final class VisavisSettings
{
    private function __construct(
        public readonly string $service,
        public readonly string $siteKey,
        public readonly string $keyId,
        public readonly string $key,
        public readonly string $language,
    ) {
    }

    /** @throws VisavisFailure `settings`, with the sentence */
    public static function load(): self
    {
        $file = __DIR__ . '/../settings/settings.ini.php';
        if (!is_file($file)) {
            throw new VisavisFailure(500, 'settings', 'copy settings.ini.default.php to settings.ini.php and fill it in');
        }
        return self::of(include $file);
    }

    /** @throws VisavisFailure */
    public static function of(mixed $given): self
    {
        $given = is_array($given) ? $given : [];
        $service = rtrim(self::matching($given, 'service', '~^https?://[a-z0-9.:\[\]-]+/?$~D', 'must be the origin of Visavis'), '/');
        $host = self::hostOf($service);
        $here = preg_match('/^(localhost|127\.0\.0\.1|.+\.localhost)$/', $host) === 1;
        if (!str_starts_with($service, 'https:') && !$here) {
            throw new VisavisFailure(500, 'settings', 'service must begin with https://');
        }
        return new self(
            $service,
            self::matching($given, 'site_key', '/^pk_[\w-]{1,120}$/D', 'must be the site key, beginning with pk_'),
            self::matching($given, 'key_id', '/^[\x21-\x7e]{1,128}$/D', 'must be the kid of the key'),
            self::matching($given, 'key', '/^[\x21-\x7e]{32,400}$/D', 'must be the secret, 32 characters or more'),
            self::matching($given + ['language' => 'en'], 'language', '/^(fr|en)$/D', 'must be fr or en'),
        );
    }

    /** The origin stands in a header: what PHP would not put together again from its parts is none. */
    private static function hostOf(string $service): string
    {
        $parts = parse_url($service) ?: [];
        $host = $parts['host'] ?? '';
        $again = ($parts['scheme'] ?? '') . "://$host" . (isset($parts['port']) ? ":{$parts['port']}" : '');
        // Browsers leave these ports out of an origin, and the page compares it.
        $usual = preg_match('/^http:.*:80$|^https:.*:443$/', $service) === 1;
        if ($host === '' || $usual || $again !== $service) {
            throw new VisavisFailure(500, 'settings', 'service must be the origin of Visavis');
        }
        return $host;
    }

    private static function matching(array $given, string $name, string $pattern, string $words): string
    {
        $text = $given[$name] ?? '';
        if (!is_string($text) || preg_match($pattern, $text) !== 1) {
            throw new VisavisFailure(500, 'settings', "$name $words");
        }
        return $text;
    }
}
