/** Models written as one would without thinking of derivatives: lambdas, lists of data, random numbers, a logger. */
package dev.leibniz.sample.models;
