<?php if (erLhcoreClassUser::instance()->hasAccessTo('lhvisavis', 'use')) : ?>
<li role="presentation" class="nav-item"><a class="nav-link" href="#visavis-<?php echo (int) $chat->id?>" aria-controls="visavis-<?php echo (int) $chat->id?>" role="tab" data-toggle="tab" data-bs-toggle="tab" title="Visavis"><i class="material-icons me-0">screen_share</i></a></li>
<?php endif;?>
