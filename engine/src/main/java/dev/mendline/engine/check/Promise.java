package dev.mendline.engine.check;

import dev.mendline.engine.catalogue.SourceFile;
import dev.mendline.engine.catalogue.Symptom;

/** A symptom with its examples and near-misses, and the file that promises them. */
record Promise(Symptom symptom, SourceFile file) {}
