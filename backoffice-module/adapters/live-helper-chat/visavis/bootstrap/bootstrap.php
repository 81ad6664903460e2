<?php

use LiveHelperChatExtension\visavis\providers\VisavisFailure;
use LiveHelperChatExtension\visavis\providers\VisavisSettings;
use LiveHelperChatExtension\visavis\providers\VisavisShare;

foreach (['VisavisFailure', 'VisavisSettings', 'VisavisCall', 'VisavisService', 'VisavisWords', 'VisavisShare', 'VisavisAnswer'] as $visavisClass) {
    require_once __DIR__ . "/../providers/$visavisClass.php";
}

/** Live Helper Chat makes one of these and calls `run` where the extension is named in settings.ini.php. */
#[\AllowDynamicProperties]
class erLhcoreClassExtensionVisavis
{
    public function run()
    {
        erLhcoreClassChatEventDispatcher::getInstance()->listen('chat.close', [$this, 'chatClosed']);
    }

    /** Closing many chats in a row asks once whether Visavis is there. */
    private bool $away = false;

    /** A share does not outlive its chat. Closing goes on whatever becomes of this. */
    public function chatClosed($params)
    {
        if ($this->away || !VisavisShare::isMarked($params['chat'])) {
            return;
        }
        try {
            VisavisShare::endOf(VisavisSettings::load(), $params['chat']);
        } catch (VisavisFailure $failure) {
            $this->away = $failure->reason === 'away';
            error_log('visavis: ' . $failure->getMessage());
        } catch (Throwable $failure) {
            error_log('visavis: closing a chat failed: ' . $failure::class);
        }
    }
}
