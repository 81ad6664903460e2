<?php

namespace LiveHelperChatExtension\visavis\providers;

/** How the module's views answer the panel's page: JSON, and failures as a code. */
final class VisavisAnswer
{
    /** @param callable(): array $made */
    public static function send(callable $made): void
    {
        header('Content-Type: application/json; charset=utf-8');
        header('Cache-Control: no-store');
        header('X-Content-Type-Options: nosniff');
        try {
            self::checkCaller();
            echo json_encode($made(), JSON_THROW_ON_ERROR);
        } catch (VisavisFailure $failure) {
            http_response_code($failure->status);
            echo json_encode(['code' => $failure->reason]);
            if ($failure->status >= 409) {
                error_log('visavis: ' . $failure->getMessage());
            }
        }
    }

    /** A POST of Live Helper Chat's own pages: other sites know neither the token nor may they send the header. */
    private static function checkCaller(): void
    {
        $token = $_SERVER['HTTP_X_CSRFTOKEN'] ?? '';
        if (($_SERVER['REQUEST_METHOD'] ?? '') !== 'POST' || $token === ''
            || !\erLhcoreClassUser::instance()->validateCSFRToken($token)) {
            throw new VisavisFailure(403, 'reload');
        }
    }
}
