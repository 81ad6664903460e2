<?php

foreach (['VisavisFailure', 'VisavisSettings', 'VisavisService', 'VisavisWords', 'VisavisShare', 'VisavisAnswer'] as $visavisClass) {
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

    /** A share does not outlive its chat. Closing goes on whatever becomes of this. */
    public function chatClosed($params)
    {
        try {
            $settings = LiveHelperChatExtension\visavis\providers\VisavisSettings::load();
            (new LiveHelperChatExtension\visavis\providers\VisavisShare($settings))->endOf($params['chat']);
        } catch (Throwable $failure) {
            error_log('visavis: ' . $failure->getMessage());
        }
    }
}
