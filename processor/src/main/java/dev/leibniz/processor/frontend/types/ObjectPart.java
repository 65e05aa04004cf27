package dev.leibniz.processor.frontend.types;

import javax.lang.model.type.TypeMirror;

/**
 * One of the values that stand for an object.
 *
 * @param access what is written behind the object to have it, without the dot, if there is something
 * @param type of the value, or for a tag that of the object
 * @param kind what the value is
 * @param differentiated whether it may be differentiated
 */
public record ObjectPart(String name, String access, TypeMirror type, Kind kind, boolean differentiated) {

    /** The name of a tag, which no field has. */
    public static final String TAG_NAME = "class";

    /** What a part is. */
    public enum Kind {
        /** A field that is set once. */
        VALUE,
        /** A field that is assigned again: an array of one element, so that all who know the object see it change. */
        BOX,
        /** Which of the classes the object is of, from 1 on; 0 is no object. */
        TAG
    }
}
