<!doctype html>
<html lang="<?php echo $visavis['language']?>">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Visavis</title>
<link rel="stylesheet" href="<?php echo htmlspecialchars($visavis['style'], ENT_QUOTES)?>">
</head>
<body>
<main>
<p class="failure" data-code="<?php echo htmlspecialchars($visavis['code'], ENT_QUOTES)?>"><?php echo htmlspecialchars(LiveHelperChatExtension\visavis\providers\VisavisWords::trouble($visavis['language'], $visavis['code']), ENT_QUOTES)?></p>
<?php if ($visavis['detail'] !== '') : ?><p lang="en"><?php echo htmlspecialchars($visavis['detail'], ENT_QUOTES)?></p><?php endif;?>
</main>
</body>
</html>
