package dev.mendline.engine.check;

import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.catalog.Symptom;

/** A symptom with its examples and near-misses, and the file that promises them. */
record SymptomExamples(Symptom symptom, SourceFile file) {}
