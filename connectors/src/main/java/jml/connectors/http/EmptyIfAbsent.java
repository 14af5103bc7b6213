package jml.connectors.http;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A part of an answer that servers leave out, or send as null, when there is nothing to say: a text, list or map.
/// It is empty then; a null inside a list or map is skipped.
@JacksonAnnotationsInside
@JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.SKIP)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface EmptyIfAbsent {}
