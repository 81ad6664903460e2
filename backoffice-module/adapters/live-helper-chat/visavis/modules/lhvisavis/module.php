<?php

$Module = ['name' => 'Visavis screen sharing'];

$ViewList = [];

$ViewList['panel'] = ['params' => ['chat_id'], 'uparams' => [], 'functions' => ['use']];
$ViewList['token'] = ['params' => ['chat_id'], 'uparams' => [], 'functions' => ['use']];
$ViewList['link'] = ['params' => ['chat_id'], 'uparams' => [], 'functions' => ['use']];

$FunctionList = [];
$FunctionList['use'] = ['explain' => 'Allow operator to ask visitors to share their screen (Visavis)'];
