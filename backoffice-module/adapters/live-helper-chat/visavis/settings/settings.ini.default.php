<?php

// Copy to settings.ini.php and fill in; docs/plug-in/live-helper-chat.md says where each comes from.
return [
    // Origin of Visavis, as browsers reach it.
    'service' => 'https://visavis.example.com',
    'site_key' => 'pk_',
    // An HS256 key of the account: its kid, and the secret as it was shown.
    'key_id' => '',
    'key' => '',
    // fr or en: for visitors whose language Live Helper Chat does not know.
    'language' => 'en',
];
