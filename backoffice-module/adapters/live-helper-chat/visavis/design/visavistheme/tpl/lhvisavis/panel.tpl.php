<!doctype html>
<html lang="en"<?php foreach (array('service', 'panel', 'token', 'link', 'csrf') as $name) : ?> data-<?php echo $name?>="<?php echo htmlspecialchars($visavis[$name], ENT_QUOTES)?>"<?php endforeach;?>>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Visavis</title>
<link rel="stylesheet" href="<?php echo htmlspecialchars($visavis['style'], ENT_QUOTES)?>">
<script src="<?php echo htmlspecialchars($visavis['script'], ENT_QUOTES)?>" defer></script>
</head>
<body>
<main>
<div id="tools"><button type="button" id="link"></button><p id="leaving"></p></div>
<p id="notice" role="status"></p>
<div id="place"></div>
</main>
</body>
</html>
