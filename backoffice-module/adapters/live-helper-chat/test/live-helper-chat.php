<?php

// A stand-in for Live Helper Chat, run by `php -S`: the classes that the extension uses, with the names
// and habits of the published sources, and the way in which modules and templates are found there.
//
//   erLhcoreClassModule        lhc_web/lib/core/lhcore/lhmodule.php: views, `functions`, $Params
//   erLhcoreClassDesign        lhc_web/lib/core/lhcore/lhdesign.php: extension/<name>/design/<name>theme/…
//   messages                   LiveHelperChat/doc docs/development/working-with-messages.md
//   access, CSRF               lhc_web/modules/lhchat/addmsgadmin.php, lhc_web/lib/core/lhuser
//   chat.close                 lhc_web/lib/core/lhchat/lhchathelper.php (array with `chat` by reference)
//   bootstrap                  LiveHelperChat/clientoverride bootstrap/bootstrap.php
//
// Who is signed in stands in the cookie `user`; chats and users in state.json of the working folder.

const EXTENSIONS = ['visavis'];

final class State
{
    public static function read(): array
    {
        return json_decode(file_get_contents('state.json'), true);
    }

    public static function write(callable $change): void
    {
        $state = self::read();
        $change($state);
        file_put_contents('state.json', json_encode($state));
    }
}

class erLhcoreClassUser
{
    public static function instance(): self
    {
        static $one = null;
        $one ??= new self();
        return $one;
    }

    private function known(): ?array
    {
        return State::read()['users'][$_COOKIE['user'] ?? ''] ?? null;
    }

    public function isLogged(): bool
    {
        return $this->known() !== null;
    }

    public function getUserID()
    {
        return $this->known()['id'] ?? false;
    }

    public function getUserData(): object
    {
        return (object) $this->known();
    }

    public function hasAccessTo($module, $function): bool
    {
        $wanted = is_array($function) ? $function[0] : $function;
        return in_array("$module/$wanted", $this->known()['permissions'] ?? [], true);
    }

    public function getCSFRToken(): string
    {
        return 'csrf-of-' . $this->getUserID();
    }

    public function validateCSFRToken($token): bool
    {
        return $token === $this->getCSFRToken();
    }
}

#[\AllowDynamicProperties]
class erLhcoreClassModelChat
{
    public static function fetch($id)
    {
        $found = State::read()['chats'][$id] ?? null;
        if ($found === null) {
            return false;
        }
        $chat = new self();
        foreach ($found as $name => $value) {
            $chat->$name = $value;
        }
        return $chat;
    }

    public function updateThis($parameters = []): void
    {
        State::write(function (array &$state) use ($parameters): void {
            if (in_array($state['readOnlyColumn'] ?? '', $parameters['update'], true)) {
                throw new Exception('the database took nothing');
            }
            foreach ($parameters['update'] as $name) {
                $state['chats'][$this->id][$name] = $this->$name;
            }
        });
    }
}

#[\AllowDynamicProperties]
class erLhcoreClassModelmsg
{
}

class erLhcoreClassChat
{
    public static function hasAccessToRead($chat): bool
    {
        return in_array($chat->dep_id, erLhcoreClassUser::instance()->getUserData()->departments ?? [], true);
    }

    public static function hasAccessToWrite($chat): bool
    {
        return !in_array($chat->dep_id, erLhcoreClassUser::instance()->getUserData()->read_only ?? [], true);
    }

    public static function getSession(): object
    {
        return new class () {
            public function save($message): void
            {
                State::write(function (array &$state) use ($message): void {
                    if ($state['broken'] ?? false) {
                        // As MySQL quotes what does not fit a column.
                        throw new Exception("Incorrect string value: '{$message->msg}' for column 'msg'");
                    }
                    $message->id = count($state['messages']) + 100;
                    $state['messages'][] = (array) $message;
                });
            }
        };
    }
}

class erLhcoreClassChatEventDispatcher
{
    private array $listeners = [];

    public static function getInstance(): self
    {
        static $one = null;
        $one ??= new self();
        return $one;
    }

    public function listen($event, $listener): void
    {
        $this->listeners[$event][] = $listener;
    }

    public function dispatch($event, array $parameters): void
    {
        State::write(function (array &$state) use ($event): void {
            $state['events'][] = $event;
        });
        foreach ($this->listeners[$event] ?? [] as $listener) {
            call_user_func_array($listener, [$parameters]);
        }
    }
}

class erLhcoreClassDesign
{
    public static function baseurl($link = ''): string
    {
        return '/index.php/site_admin/' . ltrim($link, '/');
    }

    public static function design($path): string
    {
        return '/extension/visavis/design/visavistheme/' . $path;
    }

    public static function designtpl($path): string
    {
        return 'extension/visavis/design/visavistheme/tpl/' . $path;
    }
}

#[\AllowDynamicProperties]
class erLhcoreClassTemplate
{
    private array $variables = [];

    private function __construct(private readonly string $path)
    {
    }

    public static function getInstance($path): self
    {
        return new self($path);
    }

    public function set($name, $value): void
    {
        $this->variables[$name] = $value;
    }

    public function fetch(): string
    {
        extract($this->variables);
        ob_start();
        include erLhcoreClassDesign::designtpl($this->path);
        return ob_get_clean();
    }
}

/** As runModule: the view must exist and its `functions` be granted, then its file is included. */
function run(string $module, string $view, ?string $chatId): void
{
    include "extension/visavis/modules/lh$module/module.php";
    $needed = $ViewList[$view]['functions'] ?? null;
    if (!isset($ViewList[$view]) || ($needed !== null && !erLhcoreClassUser::instance()->hasAccessTo("lh$module", $needed))) {
        http_response_code(403);
        echo 'nopermission';
        return;
    }
    $Params = ['user_parameters' => [$ViewList[$view]['params'][0] => $chatId]];
    include "extension/visavis/modules/lh$module/$view.php";
}

foreach (EXTENSIONS as $extension) {
    include_once "extension/$extension/bootstrap/bootstrap.php";
    $class = 'erLhcoreClassExtension' . ucfirst($extension);
    (new $class())->run();
}

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (str_starts_with($path, '/extension/') && preg_match('/\.(js|css)$/', $path)) {
    return false;
}
if (preg_match('~^/index\.php/site_admin/visavis/(\w+)/([^/]*)$~', $path, $found)) {
    run('visavis', $found[1], urldecode($found[2]));
} elseif (preg_match('~^/tabs/(\d+)$~', $path, $found)) {
    $chat = erLhcoreClassModelChat::fetch($found[1]);
    include erLhcoreClassDesign::designtpl('lhchat/chat_tabs/extension_chat_tab_multiinclude.tpl.php');
    include erLhcoreClassDesign::designtpl('lhchat/chat_tabs/extension_chat_tab_content_multiinclude.tpl.php');
} elseif ($path === '/messages') {
    header('Content-Type: application/json');
    echo json_encode(State::read()['messages']);
} elseif (preg_match('~^/close/([\d,]+)$~', $path, $found)) {
    foreach (explode(',', $found[1]) as $id) {
        $chat = erLhcoreClassModelChat::fetch($id);
        erLhcoreClassChatEventDispatcher::getInstance()->dispatch('chat.close', ['chat' => &$chat, 'user_data' => false]);
    }
    echo 'closed';
} else {
    http_response_code(404);
}
