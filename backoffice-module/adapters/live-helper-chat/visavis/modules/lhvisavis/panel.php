<?php

use LiveHelperChatExtension\visavis\providers\VisavisFailure;
use LiveHelperChatExtension\visavis\providers\VisavisSettings;
use LiveHelperChatExtension\visavis\providers\VisavisShare;
use LiveHelperChatExtension\visavis\providers\VisavisWords;

header('Content-Type: text/html; charset=utf-8');
header('Cache-Control: no-store');
header('Referrer-Policy: same-origin');
header('X-Frame-Options: SAMEORIGIN');

try {
    $visavisChat = VisavisShare::chat($Params['user_parameters']['chat_id']);
    $visavisSettings = VisavisSettings::load();
    header("Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        . "frame-src {$visavisSettings->service}; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; object-src 'none'");
    $tpl = erLhcoreClassTemplate::getInstance('lhvisavis/panel.tpl.php');
    $tpl->set('visavis', [
        'service' => $visavisSettings->service,
        'panel' => (new VisavisShare($visavisSettings))->panelOf($visavisChat),
        'token' => erLhcoreClassDesign::baseurl('visavis/token') . '/' . (int) $visavisChat->id,
        'link' => erLhcoreClassDesign::baseurl('visavis/link') . '/' . (int) $visavisChat->id,
        'csrf' => erLhcoreClassUser::instance()->getCSFRToken(),
        'script' => erLhcoreClassDesign::design('js/visavis.panel.js'),
        'style' => erLhcoreClassDesign::design('css/visavis.panel.css'),
    ]);
    echo $tpl->fetch();
} catch (VisavisFailure $visavisFailure) {
    http_response_code($visavisFailure->status);
    header("Content-Security-Policy: default-src 'none'; style-src 'self'; frame-ancestors 'self'");
    if ($visavisFailure->reason === 'settings') {
        error_log('visavis: ' . $visavisFailure->getMessage());
    }
    $tpl = erLhcoreClassTemplate::getInstance('lhvisavis/trouble.tpl.php');
    $tpl->set('visavis', [
        'language' => VisavisWords::languageOf((string) ($_SERVER['HTTP_ACCEPT_LANGUAGE'] ?? ''), 'en'),
        'code' => $visavisFailure->reason,
        // A settings sentence names a key and never a value.
        'detail' => $visavisFailure->reason === 'settings' ? $visavisFailure->getMessage() : '',
        'style' => erLhcoreClassDesign::design('css/visavis.panel.css'),
    ]);
    echo $tpl->fetch();
}
exit;
