<?php

namespace LiveHelperChatExtension\visavis\providers;

/** What an operator asked for cannot be done: a status and a code for the page, words for the log. */
final class VisavisFailure extends \RuntimeException
{
    public function __construct(
        public readonly int $status,
        public readonly string $reason,
        string $words = '',
    ) {
        parent::__construct($words === '' ? $reason : $words);
    }
}
