<?php

namespace LiveHelperChatExtension\visavis\providers;

/** What the extension writes into chats, and in place of the tab's page where there is none. */
final class VisavisWords
{
    private const NBSP = "\u{a0}";

    /** French or English by the chat's language tag; English for other languages, `$otherwise` for none. */
    public static function languageOf(string $tag, string $otherwise): string
    {
        if ($tag === '') {
            return $otherwise;
        }
        return preg_match('/^fr(e|a)?([-_,;].*)?$/i', $tag) === 1 ? 'fr' : 'en';
    }

    public static function invitation(string $language, string $name, string $url, int $minutes): string
    {
        // Square brackets would be read as BBCode; marks that cannot be seen may turn the text round.
        $name = trim(preg_replace(['/[\[\]]/', '/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/u'], ['', ' '], $name) ?? '');
        $nbsp = self::NBSP;
        return $language === 'fr'
            ? "$name vous propose de partager votre écran.\n\nOuvrez ce lien sur un ordinateur$nbsp: $url&l=fr\n\n"
                . "Il sert une fois, pendant $minutes{$nbsp}minutes. Vous choisissez ce que vous montrez et arrêtez quand vous "
                . 'voulez. Nous ne demandons jamais de mot de passe ni de paiement.'
            : "$name would like to see your screen.\n\nOpen this link on a computer: $url&l=en\n\n"
                . "It works once, within $minutes minutes. You choose what you show and stop whenever you like. "
                . 'We never ask for a password or a payment.';
    }

    /** Why the tab shows no panel. */
    public static function trouble(string $language, string $code): string
    {
        $nbsp = self::NBSP;
        [$english, $french] = match ($code) {
            'unknown-chat' => [
                'This chat does not exist, or is not yours to see.',
                'Ce chat n’existe pas, ou vous n’avez pas le droit de le voir.',
            ],
            default => [
                'Screen sharing is not set up. Whoever looks after Live Helper Chat finds the reason below and in PHP’s log:',
                "Le partage d’écran n’est pas réglé. La raison, pour qui administre Live Helper Chat, est ci-dessous et dans le journal de PHP$nbsp:",
            ],
        };
        return $language === 'fr' ? $french : $english;
    }
}
