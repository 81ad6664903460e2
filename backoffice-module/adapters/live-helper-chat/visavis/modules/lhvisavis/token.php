<?php

use LiveHelperChatExtension\visavis\providers\VisavisAnswer;
use LiveHelperChatExtension\visavis\providers\VisavisSettings;
use LiveHelperChatExtension\visavis\providers\VisavisShare;

VisavisAnswer::send(function () use ($Params): array {
    $chat = VisavisShare::chat($Params['user_parameters']['chat_id']);
    return ['token' => (new VisavisShare(VisavisSettings::load()))->tokenFor($chat)];
});
exit;
