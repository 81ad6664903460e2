<?php

namespace LiveHelperChatExtension\visavis\providers;

/** What joins a chat of Live Helper Chat and a share of Visavis. */
final class VisavisShare
{
    /** In the chat's own variables, beside those of Live Helper Chat and of bots. */
    private const MARK = 'visavis';

    private readonly VisavisService $service;

    public function __construct(private readonly VisavisSettings $settings)
    {
        $this->service = new VisavisService($settings);
    }

    /**
     * The chat, where the operator who is signed in may use screen sharing and see it.
     *
     * @throws VisavisFailure `unknown-chat`, the same whether it does not exist or is not theirs
     */
    public static function chat(mixed $id): object
    {
        $user = \erLhcoreClassUser::instance();
        $known = is_scalar($id) && ctype_digit((string) $id) && strlen((string) $id) <= 18;
        $chat = $known ? \erLhcoreClassModelChat::fetch((int) $id) : false;
        $theirs = $user->isLogged() && $user->hasAccessTo('lhvisavis', 'use')
            && $chat instanceof \erLhcoreClassModelChat && \erLhcoreClassChat::hasAccessToRead($chat);
        if (!$theirs) {
            throw new VisavisFailure(404, 'unknown-chat');
        }
        return $chat;
    }

    /** The visitor's id, which their browser derives from the same two facts (js/visavis.website.js). */
    public static function visitorOf(object $chat): string
    {
        return 'lhc-' . substr(hash('sha256', "visavis:{$chat->id}:{$chat->hash}"), 0, 40);
    }

    public function panelOf(object $chat): string
    {
        return $this->settings->service . '/panel/?' . http_build_query([
            'site' => $this->settings->siteKey, 'visitor' => self::visitorOf($chat),
            'conversation' => self::conversationOf($chat), 'header' => '0',
        ]);
    }

    public function tokenFor(object $chat): string
    {
        self::mark($chat);
        return $this->service->token(self::operator(), self::visitorOf($chat));
    }

    /**
     * Asks by a link and writes it into the chat. The operator's own request that still waits is sent again.
     *
     * @throws VisavisFailure `read-only` where the operator may not write into this chat
     */
    public function sendLink(object $chat): void
    {
        $user = \erLhcoreClassUser::instance();
        $own = in_array((int) $chat->user_id, [0, (int) $user->getUserID()], true);
        if (!\erLhcoreClassChat::hasAccessToWrite($chat) || !($own || $user->hasAccessTo('lhchat', 'writeremotechat'))) {
            throw new VisavisFailure(403, 'read-only');
        }
        self::mark($chat);
        $session = $this->requested($chat);
        $language = VisavisWords::languageOf((string) ($chat->chat_locale ?? ''), $this->settings->language);
        $minutes = max(1, intdiv(strtotime($session['acceptUrlExpiresAt']) - time(), 60));
        $words = VisavisWords::invitation($language, self::operator()['name'], $session['acceptUrl'], $minutes);
        try {
            $message = self::saved($chat, $words);
        } catch (\Throwable $failure) {
            $this->takeBack($session);
            // The database's own words may quote the message.
            throw new VisavisFailure(500, 'not-written', 'the message was not saved: ' . $failure::class);
        }
        self::tell($chat, $message);
    }

    /** Ends what is open for a chat that was closed, within 4 s for all of it. */
    public static function endOf(VisavisSettings $settings, object $chat): void
    {
        $service = new VisavisService($settings, microtime(true) + 4.0);
        $nobody = ['id' => 'lhc-extension', 'name' => 'Live Helper Chat'];
        foreach ($service->open($nobody, self::visitorOf($chat)) as $session) {
            $service->end($session);
        }
    }

    /** Whether somebody has opened the tab of this chat or sent a link into it: else it has no share to end. */
    public static function isMarked(object $chat): bool
    {
        $variables = self::variablesOf($chat);
        return $variables === null || isset($variables[self::MARK]);
    }

    /** The request goes, where Visavis is there; the operator is told of the message in any case. */
    private function takeBack(array $session): void
    {
        try {
            $this->service->end($session);
        } catch (\Throwable $failure) {
            error_log('visavis: a request was not taken back: ' . $failure::class);
        }
    }

    private static function mark(object $chat): void
    {
        if (self::isMarked($chat)) {
            return;
        }
        try {
            $variables = self::variablesOf($chat) + [self::MARK => 1];
            $chat->chat_variables_array = $variables;
            $chat->chat_variables = json_encode($variables, JSON_THROW_ON_ERROR);
            $chat->updateThis(['update' => ['chat_variables']]);
        } catch (\Throwable $failure) {
            error_log('visavis: the chat was not marked: ' . $failure::class);
        }
    }

    /** Null where they are in the form of old versions, which is left alone. */
    private static function variablesOf(object $chat): ?array
    {
        $text = (string) ($chat->chat_variables ?? '');
        $variables = json_decode($text === '' ? '[]' : $text, true);
        return is_array($variables) ? $variables : null;
    }

    private function requested(object $chat): array
    {
        $person = self::operator();
        $visitor = self::visitorOf($chat);
        try {
            return $this->service->requestByLink($person, $visitor, self::conversationOf($chat));
        } catch (VisavisFailure $failure) {
            if (!in_array($failure->reason, ['request-open', 'visitor-busy'], true)) {
                throw $failure;
            }
            foreach ($this->service->open($person, $visitor) as $session) {
                if ($session['agent']['id'] === $person['id'] && isset($session['acceptUrl'])) {
                    return $session;
                }
            }
            throw $failure;
        }
    }

    private static function conversationOf(object $chat): string
    {
        return 'lhc:' . $chat->id;
    }

    /** @return array{id: string, name: string} */
    private static function operator(): array
    {
        $user = \erLhcoreClassUser::instance();
        $data = $user->getUserData();
        $name = trim((string) $data->name_support) ?: trim("{$data->name} {$data->surname}");
        return ['id' => 'lhc-' . $user->getUserID(), 'name' => preg_replace('/^(.{0,200}).*$/us', '$1', $name)];
    }

    /** As the documentation of Live Helper Chat says that an extension saves an operator's message. */
    private static function saved(object $chat, string $text): object
    {
        $message = new \erLhcoreClassModelmsg();
        $message->msg = $text;
        $message->chat_id = $chat->id;
        $message->user_id = \erLhcoreClassUser::instance()->getUserID();
        $message->name_support = self::operator()['name'];
        $message->time = time();
        \erLhcoreClassChat::getSession()->save($message);
        return $message;
    }

    /** The message stands in the chat: whatever fails from here on must not take its link away. */
    private static function tell(object $chat, object $message): void
    {
        try {
            $chat->last_msg_id = max((int) $chat->last_msg_id, (int) $message->id);
            $chat->last_op_msg_time = time();
            $chat->has_unread_op_messages = 1;
            $chat->updateThis(['update' => ['last_msg_id', 'last_op_msg_time', 'has_unread_op_messages']]);
            \erLhcoreClassChatEventDispatcher::getInstance()->dispatch(
                'chat.web_add_msg_admin',
                ['msg' => &$message, 'chat' => &$chat, 'ou' => null],
            );
        } catch (\Throwable $failure) {
            error_log('visavis: the message was saved, and then: ' . $failure::class);
        }
    }
}
