package dev.mendline.notifier.delivery;

/** Position of a record in the incidents topic. */
record RecordPosition(int partition, long offset) {}
