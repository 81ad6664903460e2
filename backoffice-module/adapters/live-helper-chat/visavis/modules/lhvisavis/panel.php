<?php

use LiveHelperChatExtension\visavis\providers\VisavisFailure;
use LiveHelperChatExtension\visavis\providers\VisavisSettings;
use LiveHelperChatExtension\visavis\providers\VisavisShare;

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
    header("Content-Security-Policy: default-src 'none'; frame-ancestors 'self'");
    if ($visavisFailure->reason === 'settings') {
        error_log('visavis: ' . $visavisFailure->getMessage());
    }
    // A settings sentence names a key and never a value.
    echo '<!doctype html><meta charset="utf-8"><title>Visavis</title><p>Visavis: ',
        htmlspecialchars($visavisFailure->getMessage(), ENT_QUOTES), '</p>';
}
exit;
