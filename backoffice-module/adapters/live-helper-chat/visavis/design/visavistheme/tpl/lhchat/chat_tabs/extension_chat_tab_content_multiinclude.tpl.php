<?php if (erLhcoreClassUser::instance()->hasAccessTo('lhvisavis', 'use')) : ?>
<div role="tabpanel" class="tab-pane" id="visavis-<?php echo (int) $chat->id?>">
<iframe src="<?php echo erLhcoreClassDesign::baseurl('visavis/panel')?>/<?php echo (int) $chat->id?>" title="Visavis" loading="lazy" allow="fullscreen; autoplay; clipboard-write" width="100%" height="640" style="border:0"></iframe>
</div>
<?php endif;?>
