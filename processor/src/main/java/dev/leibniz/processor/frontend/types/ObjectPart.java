package dev.leibniz.processor.frontend.types;

import javax.lang.model.type.TypeMirror;

/**
 * One of the values that stand for an object.
 *
 * @param access the code written behind the object to read the part, without the dot, if there is any
 * @param type the type of the value, or for a tag that of the object
 * @param kind the kind of the value
 * @param differentiated whether it may be differentiated
 */
public record ObjectPart(String name, String access, TypeMirror type, Kind kind, boolean differentiated) {

    /** The name of a tag, which no field has. */
    public static final String TAG_NAME = "class";

    /** The kind of a part. */
    public enum Kind {
        /** A field that is set once. */
        VALUE,
        /** A field that is assigned again: an array of one element, so that all references to the object see it change. */
        BOX,
        /** The number of the object's class, from 1 on; 0 is no object. */
        TAG
    }
}
