import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace google. */
export namespace google {

    /** Namespace bigtable. */
    namespace bigtable {

        /** Namespace v2. */
        namespace v2 {

            /**
             * Properties of a CheckAndMutateRowRequest.
             * @deprecated Use google.bigtable.v2.CheckAndMutateRowRequest.$Properties instead.
             */
            interface ICheckAndMutateRowRequest extends google.bigtable.v2.CheckAndMutateRowRequest.$Properties {
            }

            /** Represents a CheckAndMutateRowRequest. */
            class CheckAndMutateRowRequest {

                /**
                 * Constructs a new CheckAndMutateRowRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: google.bigtable.v2.CheckAndMutateRowRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CheckAndMutateRowRequest tableName. */
                tableName: string;

                /** CheckAndMutateRowRequest rowKey. */
                rowKey: Uint8Array;

                /** CheckAndMutateRowRequest falseMutations. */
                falseMutations: google.bigtable.v2.Mutation.$Properties[];

                /** CheckAndMutateRowRequest predicateFilter. */
                predicateFilter?: (google.bigtable.v2.RowFilter.$Properties|null);

                /** CheckAndMutateRowRequest appProfileId. */
                appProfileId: string;

                /**
                 * Creates a new CheckAndMutateRowRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CheckAndMutateRowRequest instance
                 */
                static create(properties: google.bigtable.v2.CheckAndMutateRowRequest.$Shape): google.bigtable.v2.CheckAndMutateRowRequest & google.bigtable.v2.CheckAndMutateRowRequest.$Shape;
                static create(properties?: google.bigtable.v2.CheckAndMutateRowRequest.$Properties): google.bigtable.v2.CheckAndMutateRowRequest;

                /**
                 * Encodes the specified CheckAndMutateRowRequest message. Does not implicitly {@link google.bigtable.v2.CheckAndMutateRowRequest.verify|verify} messages.
                 * @param message CheckAndMutateRowRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: google.bigtable.v2.CheckAndMutateRowRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CheckAndMutateRowRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.CheckAndMutateRowRequest & google.bigtable.v2.CheckAndMutateRowRequest.$Shape} CheckAndMutateRowRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.CheckAndMutateRowRequest & google.bigtable.v2.CheckAndMutateRowRequest.$Shape;

                /**
                 * Verifies a CheckAndMutateRowRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a CheckAndMutateRowRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CheckAndMutateRowRequest
                 */
                static fromObject(object: { [k: string]: any }): google.bigtable.v2.CheckAndMutateRowRequest;

                /**
                 * Creates a plain object from a CheckAndMutateRowRequest message. Also converts values to other types if specified.
                 * @param message CheckAndMutateRowRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: google.bigtable.v2.CheckAndMutateRowRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CheckAndMutateRowRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for CheckAndMutateRowRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace CheckAndMutateRowRequest {

                /** Properties of a CheckAndMutateRowRequest. */
                interface $Properties {

                    /** CheckAndMutateRowRequest tableName */
                    tableName?: (string|null);

                    /** CheckAndMutateRowRequest rowKey */
                    rowKey?: (Uint8Array|null);

                    /** CheckAndMutateRowRequest falseMutations */
                    falseMutations?: (google.bigtable.v2.Mutation.$Properties[]|null);

                    /** CheckAndMutateRowRequest predicateFilter */
                    predicateFilter?: (google.bigtable.v2.RowFilter.$Properties|null);

                    /** CheckAndMutateRowRequest appProfileId */
                    appProfileId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CheckAndMutateRowRequest. */
                type $Shape = {
                  tableName?: string|null;
                  rowKey?: Uint8Array|null;
                  falseMutations?: google.bigtable.v2.Mutation.$Shape[]|null;
                  predicateFilter?: google.bigtable.v2.RowFilter.$Shape|null;
                  appProfileId?: string|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a CheckAndMutateRowResponse.
             * @deprecated Use google.bigtable.v2.CheckAndMutateRowResponse.$Properties instead.
             */
            interface ICheckAndMutateRowResponse extends google.bigtable.v2.CheckAndMutateRowResponse.$Properties {
            }

            /** Represents a CheckAndMutateRowResponse. */
            class CheckAndMutateRowResponse {

                /**
                 * Constructs a new CheckAndMutateRowResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: google.bigtable.v2.CheckAndMutateRowResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CheckAndMutateRowResponse predicateMatched. */
                predicateMatched: boolean;

                /**
                 * Creates a new CheckAndMutateRowResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CheckAndMutateRowResponse instance
                 */
                static create(properties: google.bigtable.v2.CheckAndMutateRowResponse.$Shape): google.bigtable.v2.CheckAndMutateRowResponse & google.bigtable.v2.CheckAndMutateRowResponse.$Shape;
                static create(properties?: google.bigtable.v2.CheckAndMutateRowResponse.$Properties): google.bigtable.v2.CheckAndMutateRowResponse;

                /**
                 * Encodes the specified CheckAndMutateRowResponse message. Does not implicitly {@link google.bigtable.v2.CheckAndMutateRowResponse.verify|verify} messages.
                 * @param message CheckAndMutateRowResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: google.bigtable.v2.CheckAndMutateRowResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CheckAndMutateRowResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.CheckAndMutateRowResponse & google.bigtable.v2.CheckAndMutateRowResponse.$Shape} CheckAndMutateRowResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.CheckAndMutateRowResponse & google.bigtable.v2.CheckAndMutateRowResponse.$Shape;

                /**
                 * Verifies a CheckAndMutateRowResponse message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a CheckAndMutateRowResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CheckAndMutateRowResponse
                 */
                static fromObject(object: { [k: string]: any }): google.bigtable.v2.CheckAndMutateRowResponse;

                /**
                 * Creates a plain object from a CheckAndMutateRowResponse message. Also converts values to other types if specified.
                 * @param message CheckAndMutateRowResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: google.bigtable.v2.CheckAndMutateRowResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CheckAndMutateRowResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for CheckAndMutateRowResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace CheckAndMutateRowResponse {

                /** Properties of a CheckAndMutateRowResponse. */
                interface $Properties {

                    /** CheckAndMutateRowResponse predicateMatched */
                    predicateMatched?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CheckAndMutateRowResponse. */
                type $Shape = google.bigtable.v2.CheckAndMutateRowResponse.$Properties;
            }

            /**
             * Properties of a MutateRowsRequest.
             * @deprecated Use google.bigtable.v2.MutateRowsRequest.$Properties instead.
             */
            interface IMutateRowsRequest extends google.bigtable.v2.MutateRowsRequest.$Properties {
            }

            /** Represents a MutateRowsRequest. */
            class MutateRowsRequest {

                /**
                 * Constructs a new MutateRowsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: google.bigtable.v2.MutateRowsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MutateRowsRequest tableName. */
                tableName: string;

                /** MutateRowsRequest entries. */
                entries: google.bigtable.v2.MutateRowsRequest.Entry.$Properties[];

                /** MutateRowsRequest appProfileId. */
                appProfileId: string;

                /**
                 * Creates a new MutateRowsRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns MutateRowsRequest instance
                 */
                static create(properties: google.bigtable.v2.MutateRowsRequest.$Shape): google.bigtable.v2.MutateRowsRequest & google.bigtable.v2.MutateRowsRequest.$Shape;
                static create(properties?: google.bigtable.v2.MutateRowsRequest.$Properties): google.bigtable.v2.MutateRowsRequest;

                /**
                 * Encodes the specified MutateRowsRequest message. Does not implicitly {@link google.bigtable.v2.MutateRowsRequest.verify|verify} messages.
                 * @param message MutateRowsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: google.bigtable.v2.MutateRowsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MutateRowsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.MutateRowsRequest & google.bigtable.v2.MutateRowsRequest.$Shape} MutateRowsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.MutateRowsRequest & google.bigtable.v2.MutateRowsRequest.$Shape;

                /**
                 * Verifies a MutateRowsRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a MutateRowsRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns MutateRowsRequest
                 */
                static fromObject(object: { [k: string]: any }): google.bigtable.v2.MutateRowsRequest;

                /**
                 * Creates a plain object from a MutateRowsRequest message. Also converts values to other types if specified.
                 * @param message MutateRowsRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: google.bigtable.v2.MutateRowsRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this MutateRowsRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for MutateRowsRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace MutateRowsRequest {

                /** Properties of a MutateRowsRequest. */
                interface $Properties {

                    /** MutateRowsRequest tableName */
                    tableName?: (string|null);

                    /** MutateRowsRequest entries */
                    entries?: (google.bigtable.v2.MutateRowsRequest.Entry.$Properties[]|null);

                    /** MutateRowsRequest appProfileId */
                    appProfileId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MutateRowsRequest. */
                type $Shape = {
                  tableName?: string|null;
                  entries?: google.bigtable.v2.MutateRowsRequest.Entry.$Shape[]|null;
                  appProfileId?: string|null;
                  $unknowns?: Uint8Array[];
                };

                /**
                 * Properties of an Entry.
                 * @deprecated Use google.bigtable.v2.MutateRowsRequest.Entry.$Properties instead.
                 */
                interface IEntry extends google.bigtable.v2.MutateRowsRequest.Entry.$Properties {
                }

                /** Represents an Entry. */
                class Entry {

                    /**
                     * Constructs a new Entry.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: google.bigtable.v2.MutateRowsRequest.Entry.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Entry rowKey. */
                    rowKey: Uint8Array;

                    /** Entry mutations. */
                    mutations: google.bigtable.v2.Mutation.$Properties[];

                    /**
                     * Creates a new Entry instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Entry instance
                     */
                    static create(properties: google.bigtable.v2.MutateRowsRequest.Entry.$Shape): google.bigtable.v2.MutateRowsRequest.Entry & google.bigtable.v2.MutateRowsRequest.Entry.$Shape;
                    static create(properties?: google.bigtable.v2.MutateRowsRequest.Entry.$Properties): google.bigtable.v2.MutateRowsRequest.Entry;

                    /**
                     * Encodes the specified Entry message. Does not implicitly {@link google.bigtable.v2.MutateRowsRequest.Entry.verify|verify} messages.
                     * @param message Entry message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: google.bigtable.v2.MutateRowsRequest.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an Entry message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {google.bigtable.v2.MutateRowsRequest.Entry & google.bigtable.v2.MutateRowsRequest.Entry.$Shape} Entry
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.MutateRowsRequest.Entry & google.bigtable.v2.MutateRowsRequest.Entry.$Shape;

                    /**
                     * Verifies an Entry message.
                     * @param message Plain object to verify
                     * @returns `null` if valid, otherwise the reason why it is not
                     */
                    static verify(message: { [k: string]: any }): (string|null);

                    /**
                     * Creates an Entry message from a plain object. Also converts values to their respective internal types.
                     * @param object Plain object
                     * @returns Entry
                     */
                    static fromObject(object: { [k: string]: any }): google.bigtable.v2.MutateRowsRequest.Entry;

                    /**
                     * Creates a plain object from an Entry message. Also converts values to other types if specified.
                     * @param message Entry
                     * @param [options] Conversion options
                     * @returns Plain object
                     */
                    static toObject(message: google.bigtable.v2.MutateRowsRequest.Entry, options?: $protobuf.IConversionOptions): { [k: string]: any };

                    /**
                     * Converts this Entry to JSON.
                     * @returns JSON object
                     */
                    toJSON(): { [k: string]: any };

                    /**
                     * Gets the type url for Entry
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Entry {

                    /** Properties of an Entry. */
                    interface $Properties {

                        /** Entry rowKey */
                        rowKey?: (Uint8Array|null);

                        /** Entry mutations */
                        mutations?: (google.bigtable.v2.Mutation.$Properties[]|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an Entry. */
                    type $Shape = {
                      rowKey?: Uint8Array|null;
                      mutations?: google.bigtable.v2.Mutation.$Shape[]|null;
                      $unknowns?: Uint8Array[];
                    };
                }
            }

            /**
             * Properties of a MutateRowsResponse.
             * @deprecated Use google.bigtable.v2.MutateRowsResponse.$Properties instead.
             */
            interface IMutateRowsResponse extends google.bigtable.v2.MutateRowsResponse.$Properties {
            }

            /** Represents a MutateRowsResponse. */
            class MutateRowsResponse {

                /**
                 * Constructs a new MutateRowsResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: google.bigtable.v2.MutateRowsResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MutateRowsResponse entries. */
                entries: google.bigtable.v2.MutateRowsResponse.Entry.$Properties[];

                /**
                 * Creates a new MutateRowsResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns MutateRowsResponse instance
                 */
                static create(properties: google.bigtable.v2.MutateRowsResponse.$Shape): google.bigtable.v2.MutateRowsResponse & google.bigtable.v2.MutateRowsResponse.$Shape;
                static create(properties?: google.bigtable.v2.MutateRowsResponse.$Properties): google.bigtable.v2.MutateRowsResponse;

                /**
                 * Encodes the specified MutateRowsResponse message. Does not implicitly {@link google.bigtable.v2.MutateRowsResponse.verify|verify} messages.
                 * @param message MutateRowsResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: google.bigtable.v2.MutateRowsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MutateRowsResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.MutateRowsResponse & google.bigtable.v2.MutateRowsResponse.$Shape} MutateRowsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.MutateRowsResponse & google.bigtable.v2.MutateRowsResponse.$Shape;

                /**
                 * Verifies a MutateRowsResponse message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a MutateRowsResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns MutateRowsResponse
                 */
                static fromObject(object: { [k: string]: any }): google.bigtable.v2.MutateRowsResponse;

                /**
                 * Creates a plain object from a MutateRowsResponse message. Also converts values to other types if specified.
                 * @param message MutateRowsResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: google.bigtable.v2.MutateRowsResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this MutateRowsResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for MutateRowsResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace MutateRowsResponse {

                /** Properties of a MutateRowsResponse. */
                interface $Properties {

                    /** MutateRowsResponse entries */
                    entries?: (google.bigtable.v2.MutateRowsResponse.Entry.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MutateRowsResponse. */
                type $Shape = google.bigtable.v2.MutateRowsResponse.$Properties;

                /**
                 * Properties of an Entry.
                 * @deprecated Use google.bigtable.v2.MutateRowsResponse.Entry.$Properties instead.
                 */
                interface IEntry extends google.bigtable.v2.MutateRowsResponse.Entry.$Properties {
                }

                /** Represents an Entry. */
                class Entry {

                    /**
                     * Constructs a new Entry.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: google.bigtable.v2.MutateRowsResponse.Entry.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Entry index. */
                    index: (number|Long);

                    /** Entry status. */
                    status?: (google.bigtable.v2.Status.$Properties|null);

                    /**
                     * Creates a new Entry instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Entry instance
                     */
                    static create(properties: google.bigtable.v2.MutateRowsResponse.Entry.$Shape): google.bigtable.v2.MutateRowsResponse.Entry & google.bigtable.v2.MutateRowsResponse.Entry.$Shape;
                    static create(properties?: google.bigtable.v2.MutateRowsResponse.Entry.$Properties): google.bigtable.v2.MutateRowsResponse.Entry;

                    /**
                     * Encodes the specified Entry message. Does not implicitly {@link google.bigtable.v2.MutateRowsResponse.Entry.verify|verify} messages.
                     * @param message Entry message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: google.bigtable.v2.MutateRowsResponse.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an Entry message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {google.bigtable.v2.MutateRowsResponse.Entry & google.bigtable.v2.MutateRowsResponse.Entry.$Shape} Entry
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.MutateRowsResponse.Entry & google.bigtable.v2.MutateRowsResponse.Entry.$Shape;

                    /**
                     * Verifies an Entry message.
                     * @param message Plain object to verify
                     * @returns `null` if valid, otherwise the reason why it is not
                     */
                    static verify(message: { [k: string]: any }): (string|null);

                    /**
                     * Creates an Entry message from a plain object. Also converts values to their respective internal types.
                     * @param object Plain object
                     * @returns Entry
                     */
                    static fromObject(object: { [k: string]: any }): google.bigtable.v2.MutateRowsResponse.Entry;

                    /**
                     * Creates a plain object from an Entry message. Also converts values to other types if specified.
                     * @param message Entry
                     * @param [options] Conversion options
                     * @returns Plain object
                     */
                    static toObject(message: google.bigtable.v2.MutateRowsResponse.Entry, options?: $protobuf.IConversionOptions): { [k: string]: any };

                    /**
                     * Converts this Entry to JSON.
                     * @returns JSON object
                     */
                    toJSON(): { [k: string]: any };

                    /**
                     * Gets the type url for Entry
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Entry {

                    /** Properties of an Entry. */
                    interface $Properties {

                        /** Entry index */
                        index?: (number|Long|null);

                        /** Entry status */
                        status?: (google.bigtable.v2.Status.$Properties|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an Entry. */
                    type $Shape = google.bigtable.v2.MutateRowsResponse.Entry.$Properties;
                }
            }

            /**
             * Properties of a Status.
             * @deprecated Use google.bigtable.v2.Status.$Properties instead.
             */
            interface IStatus extends google.bigtable.v2.Status.$Properties {
            }

            /** Represents a Status. */
            class Status {

                /**
                 * Constructs a new Status.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: google.bigtable.v2.Status.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Status code. */
                code: number;

                /** Status message. */
                message: string;

                /**
                 * Creates a new Status instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Status instance
                 */
                static create(properties: google.bigtable.v2.Status.$Shape): google.bigtable.v2.Status & google.bigtable.v2.Status.$Shape;
                static create(properties?: google.bigtable.v2.Status.$Properties): google.bigtable.v2.Status;

                /**
                 * Encodes the specified Status message. Does not implicitly {@link google.bigtable.v2.Status.verify|verify} messages.
                 * @param message Status message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: google.bigtable.v2.Status.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Status message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.Status & google.bigtable.v2.Status.$Shape} Status
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.Status & google.bigtable.v2.Status.$Shape;

                /**
                 * Verifies a Status message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a Status message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Status
                 */
                static fromObject(object: { [k: string]: any }): google.bigtable.v2.Status;

                /**
                 * Creates a plain object from a Status message. Also converts values to other types if specified.
                 * @param message Status
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: google.bigtable.v2.Status, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Status to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for Status
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Status {

                /** Properties of a Status. */
                interface $Properties {

                    /** Status code */
                    code?: (number|null);

                    /** Status message */
                    message?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Status. */
                type $Shape = google.bigtable.v2.Status.$Properties;
            }

            /**
             * Properties of a ReadRowsRequest.
             * @deprecated Use google.bigtable.v2.ReadRowsRequest.$Properties instead.
             */
            interface IReadRowsRequest extends google.bigtable.v2.ReadRowsRequest.$Properties {
            }

            /** Represents a ReadRowsRequest. */
            class ReadRowsRequest {

                /**
                 * Constructs a new ReadRowsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: google.bigtable.v2.ReadRowsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReadRowsRequest tableName. */
                tableName: string;

                /** ReadRowsRequest rows. */
                rows?: (google.bigtable.v2.RowSet.$Properties|null);

                /** ReadRowsRequest filter. */
                filter?: (google.bigtable.v2.RowFilter.$Properties|null);

                /** ReadRowsRequest appProfileId. */
                appProfileId: string;

                /**
                 * Creates a new ReadRowsRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ReadRowsRequest instance
                 */
                static create(properties: google.bigtable.v2.ReadRowsRequest.$Shape): google.bigtable.v2.ReadRowsRequest & google.bigtable.v2.ReadRowsRequest.$Shape;
                static create(properties?: google.bigtable.v2.ReadRowsRequest.$Properties): google.bigtable.v2.ReadRowsRequest;

                /**
                 * Encodes the specified ReadRowsRequest message. Does not implicitly {@link google.bigtable.v2.ReadRowsRequest.verify|verify} messages.
                 * @param message ReadRowsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: google.bigtable.v2.ReadRowsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReadRowsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.ReadRowsRequest & google.bigtable.v2.ReadRowsRequest.$Shape} ReadRowsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.ReadRowsRequest & google.bigtable.v2.ReadRowsRequest.$Shape;

                /**
                 * Verifies a ReadRowsRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ReadRowsRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ReadRowsRequest
                 */
                static fromObject(object: { [k: string]: any }): google.bigtable.v2.ReadRowsRequest;

                /**
                 * Creates a plain object from a ReadRowsRequest message. Also converts values to other types if specified.
                 * @param message ReadRowsRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: google.bigtable.v2.ReadRowsRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ReadRowsRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ReadRowsRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ReadRowsRequest {

                /** Properties of a ReadRowsRequest. */
                interface $Properties {

                    /** ReadRowsRequest tableName */
                    tableName?: (string|null);

                    /** ReadRowsRequest rows */
                    rows?: (google.bigtable.v2.RowSet.$Properties|null);

                    /** ReadRowsRequest filter */
                    filter?: (google.bigtable.v2.RowFilter.$Properties|null);

                    /** ReadRowsRequest appProfileId */
                    appProfileId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReadRowsRequest. */
                type $Shape = {
                  tableName?: string|null;
                  rows?: google.bigtable.v2.RowSet.$Shape|null;
                  filter?: google.bigtable.v2.RowFilter.$Shape|null;
                  appProfileId?: string|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a ReadRowsResponse.
             * @deprecated Use google.bigtable.v2.ReadRowsResponse.$Properties instead.
             */
            interface IReadRowsResponse extends google.bigtable.v2.ReadRowsResponse.$Properties {
            }

            /** Represents a ReadRowsResponse. */
            class ReadRowsResponse {

                /**
                 * Constructs a new ReadRowsResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: google.bigtable.v2.ReadRowsResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReadRowsResponse chunks. */
                chunks: google.bigtable.v2.ReadRowsResponse.CellChunk.$Properties[];

                /**
                 * Creates a new ReadRowsResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ReadRowsResponse instance
                 */
                static create(properties: google.bigtable.v2.ReadRowsResponse.$Shape): google.bigtable.v2.ReadRowsResponse & google.bigtable.v2.ReadRowsResponse.$Shape;
                static create(properties?: google.bigtable.v2.ReadRowsResponse.$Properties): google.bigtable.v2.ReadRowsResponse;

                /**
                 * Encodes the specified ReadRowsResponse message. Does not implicitly {@link google.bigtable.v2.ReadRowsResponse.verify|verify} messages.
                 * @param message ReadRowsResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: google.bigtable.v2.ReadRowsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReadRowsResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.ReadRowsResponse & google.bigtable.v2.ReadRowsResponse.$Shape} ReadRowsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.ReadRowsResponse & google.bigtable.v2.ReadRowsResponse.$Shape;

                /**
                 * Verifies a ReadRowsResponse message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ReadRowsResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ReadRowsResponse
                 */
                static fromObject(object: { [k: string]: any }): google.bigtable.v2.ReadRowsResponse;

                /**
                 * Creates a plain object from a ReadRowsResponse message. Also converts values to other types if specified.
                 * @param message ReadRowsResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: google.bigtable.v2.ReadRowsResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ReadRowsResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ReadRowsResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ReadRowsResponse {

                /** Properties of a ReadRowsResponse. */
                interface $Properties {

                    /** ReadRowsResponse chunks */
                    chunks?: (google.bigtable.v2.ReadRowsResponse.CellChunk.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReadRowsResponse. */
                type $Shape = {
                  chunks?: google.bigtable.v2.ReadRowsResponse.CellChunk.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };

                /**
                 * Properties of a CellChunk.
                 * @deprecated Use google.bigtable.v2.ReadRowsResponse.CellChunk.$Properties instead.
                 */
                interface ICellChunk extends google.bigtable.v2.ReadRowsResponse.CellChunk.$Properties {
                }

                /** Represents a CellChunk. */
                class CellChunk {

                    /**
                     * Constructs a new CellChunk.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: google.bigtable.v2.ReadRowsResponse.CellChunk.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CellChunk rowKey. */
                    rowKey: Uint8Array;

                    /** CellChunk value. */
                    value: Uint8Array;

                    /** CellChunk valueSize. */
                    valueSize: number;

                    /** CellChunk resetRow. */
                    resetRow?: (boolean|null);

                    /** CellChunk commitRow. */
                    commitRow?: (boolean|null);

                    /** CellChunk rowStatus. */
                    rowStatus?: ("resetRow"|"commitRow");

                    /**
                     * Creates a new CellChunk instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CellChunk instance
                     */
                    static create(properties: google.bigtable.v2.ReadRowsResponse.CellChunk.$Shape): google.bigtable.v2.ReadRowsResponse.CellChunk & google.bigtable.v2.ReadRowsResponse.CellChunk.$Shape;
                    static create(properties?: google.bigtable.v2.ReadRowsResponse.CellChunk.$Properties): google.bigtable.v2.ReadRowsResponse.CellChunk;

                    /**
                     * Encodes the specified CellChunk message. Does not implicitly {@link google.bigtable.v2.ReadRowsResponse.CellChunk.verify|verify} messages.
                     * @param message CellChunk message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: google.bigtable.v2.ReadRowsResponse.CellChunk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CellChunk message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {google.bigtable.v2.ReadRowsResponse.CellChunk & google.bigtable.v2.ReadRowsResponse.CellChunk.$Shape} CellChunk
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.ReadRowsResponse.CellChunk & google.bigtable.v2.ReadRowsResponse.CellChunk.$Shape;

                    /**
                     * Verifies a CellChunk message.
                     * @param message Plain object to verify
                     * @returns `null` if valid, otherwise the reason why it is not
                     */
                    static verify(message: { [k: string]: any }): (string|null);

                    /**
                     * Creates a CellChunk message from a plain object. Also converts values to their respective internal types.
                     * @param object Plain object
                     * @returns CellChunk
                     */
                    static fromObject(object: { [k: string]: any }): google.bigtable.v2.ReadRowsResponse.CellChunk;

                    /**
                     * Creates a plain object from a CellChunk message. Also converts values to other types if specified.
                     * @param message CellChunk
                     * @param [options] Conversion options
                     * @returns Plain object
                     */
                    static toObject(message: google.bigtable.v2.ReadRowsResponse.CellChunk, options?: $protobuf.IConversionOptions): { [k: string]: any };

                    /**
                     * Converts this CellChunk to JSON.
                     * @returns JSON object
                     */
                    toJSON(): { [k: string]: any };

                    /**
                     * Gets the type url for CellChunk
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CellChunk {

                    /** Properties of a CellChunk. */
                    interface $Properties {

                        /** CellChunk rowKey */
                        rowKey?: (Uint8Array|null);

                        /** CellChunk value */
                        value?: (Uint8Array|null);

                        /** CellChunk valueSize */
                        valueSize?: (number|null);

                        /** CellChunk resetRow */
                        resetRow?: (boolean|null);

                        /** CellChunk commitRow */
                        commitRow?: (boolean|null);

                        /** CellChunk rowStatus */
                        rowStatus?: ("resetRow"|"commitRow");

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Narrowed shape of a CellChunk. */
                    type $Shape = {
                      rowKey?: Uint8Array|null;
                      value?: Uint8Array|null;
                      valueSize?: number|null;
                      resetRow?: boolean|null;
                      commitRow?: boolean|null;
                      $unknowns?: Uint8Array[];
                    } & (
                      ({ rowStatus?: undefined; resetRow?: null; commitRow?: null }|{ rowStatus?: "resetRow"; resetRow: boolean; commitRow?: null }|{ rowStatus?: "commitRow"; resetRow?: null; commitRow: boolean })
                    );
                }
            }

            /**
             * Properties of a RowSet.
             * @deprecated Use google.bigtable.v2.RowSet.$Properties instead.
             */
            interface IRowSet extends google.bigtable.v2.RowSet.$Properties {
            }

            /** Represents a RowSet. */
            class RowSet {

                /**
                 * Constructs a new RowSet.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: google.bigtable.v2.RowSet.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RowSet rowKeys. */
                rowKeys: Uint8Array[];

                /** RowSet rowRanges. */
                rowRanges: google.bigtable.v2.RowRange.$Properties[];

                /**
                 * Creates a new RowSet instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns RowSet instance
                 */
                static create(properties: google.bigtable.v2.RowSet.$Shape): google.bigtable.v2.RowSet & google.bigtable.v2.RowSet.$Shape;
                static create(properties?: google.bigtable.v2.RowSet.$Properties): google.bigtable.v2.RowSet;

                /**
                 * Encodes the specified RowSet message. Does not implicitly {@link google.bigtable.v2.RowSet.verify|verify} messages.
                 * @param message RowSet message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: google.bigtable.v2.RowSet.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RowSet message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.RowSet & google.bigtable.v2.RowSet.$Shape} RowSet
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.RowSet & google.bigtable.v2.RowSet.$Shape;

                /**
                 * Verifies a RowSet message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a RowSet message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns RowSet
                 */
                static fromObject(object: { [k: string]: any }): google.bigtable.v2.RowSet;

                /**
                 * Creates a plain object from a RowSet message. Also converts values to other types if specified.
                 * @param message RowSet
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: google.bigtable.v2.RowSet, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this RowSet to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for RowSet
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace RowSet {

                /** Properties of a RowSet. */
                interface $Properties {

                    /** RowSet rowKeys */
                    rowKeys?: (Uint8Array[]|null);

                    /** RowSet rowRanges */
                    rowRanges?: (google.bigtable.v2.RowRange.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RowSet. */
                type $Shape = {
                  rowKeys?: Uint8Array[]|null;
                  rowRanges?: google.bigtable.v2.RowRange.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a RowRange.
             * @deprecated Use google.bigtable.v2.RowRange.$Properties instead.
             */
            interface IRowRange extends google.bigtable.v2.RowRange.$Properties {
            }

            /** Represents a RowRange. */
            class RowRange {

                /**
                 * Constructs a new RowRange.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: google.bigtable.v2.RowRange.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RowRange startKeyClosed. */
                startKeyClosed?: (Uint8Array|null);

                /** RowRange startKeyOpen. */
                startKeyOpen?: (Uint8Array|null);

                /** RowRange endKeyOpen. */
                endKeyOpen?: (Uint8Array|null);

                /** RowRange startKey. */
                startKey?: ("startKeyClosed"|"startKeyOpen");

                /** RowRange endKey. */
                endKey?: "endKeyOpen";

                /**
                 * Creates a new RowRange instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns RowRange instance
                 */
                static create(properties: google.bigtable.v2.RowRange.$Shape): google.bigtable.v2.RowRange & google.bigtable.v2.RowRange.$Shape;
                static create(properties?: google.bigtable.v2.RowRange.$Properties): google.bigtable.v2.RowRange;

                /**
                 * Encodes the specified RowRange message. Does not implicitly {@link google.bigtable.v2.RowRange.verify|verify} messages.
                 * @param message RowRange message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: google.bigtable.v2.RowRange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RowRange message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.RowRange & google.bigtable.v2.RowRange.$Shape} RowRange
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.RowRange & google.bigtable.v2.RowRange.$Shape;

                /**
                 * Verifies a RowRange message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a RowRange message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns RowRange
                 */
                static fromObject(object: { [k: string]: any }): google.bigtable.v2.RowRange;

                /**
                 * Creates a plain object from a RowRange message. Also converts values to other types if specified.
                 * @param message RowRange
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: google.bigtable.v2.RowRange, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this RowRange to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for RowRange
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace RowRange {

                /** Properties of a RowRange. */
                interface $Properties {

                    /** RowRange startKeyClosed */
                    startKeyClosed?: (Uint8Array|null);

                    /** RowRange startKeyOpen */
                    startKeyOpen?: (Uint8Array|null);

                    /** RowRange endKeyOpen */
                    endKeyOpen?: (Uint8Array|null);

                    /** RowRange startKey */
                    startKey?: ("startKeyClosed"|"startKeyOpen");

                    /** RowRange endKey */
                    endKey?: "endKeyOpen";

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a RowRange. */
                type $Shape = {
                  startKeyClosed?: Uint8Array|null;
                  startKeyOpen?: Uint8Array|null;
                  endKeyOpen?: Uint8Array|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ startKey?: undefined; startKeyClosed?: null; startKeyOpen?: null }|{ startKey?: "startKeyClosed"; startKeyClosed: Uint8Array; startKeyOpen?: null }|{ startKey?: "startKeyOpen"; startKeyClosed?: null; startKeyOpen: Uint8Array })
                ) & (
                  ({ endKey?: undefined; endKeyOpen?: null }|{ endKey?: "endKeyOpen"; endKeyOpen: Uint8Array })
                );
            }

            /**
             * Properties of a RowFilter.
             * @deprecated Use google.bigtable.v2.RowFilter.$Properties instead.
             */
            interface IRowFilter extends google.bigtable.v2.RowFilter.$Properties {
            }

            /** Represents a RowFilter. */
            class RowFilter {

                /**
                 * Constructs a new RowFilter.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: google.bigtable.v2.RowFilter.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RowFilter chain. */
                chain?: (google.bigtable.v2.RowFilter.Chain.$Properties|null);

                /** RowFilter columnRangeFilter. */
                columnRangeFilter?: (google.bigtable.v2.ColumnRange.$Properties|null);

                /** RowFilter cellsPerColumnLimitFilter. */
                cellsPerColumnLimitFilter?: (number|null);

                /** RowFilter stripValueTransformer. */
                stripValueTransformer?: (boolean|null);

                /** RowFilter filter. */
                filter?: ("chain"|"columnRangeFilter"|"cellsPerColumnLimitFilter"|"stripValueTransformer");

                /**
                 * Creates a new RowFilter instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns RowFilter instance
                 */
                static create(properties: google.bigtable.v2.RowFilter.$Shape): google.bigtable.v2.RowFilter & google.bigtable.v2.RowFilter.$Shape;
                static create(properties?: google.bigtable.v2.RowFilter.$Properties): google.bigtable.v2.RowFilter;

                /**
                 * Encodes the specified RowFilter message. Does not implicitly {@link google.bigtable.v2.RowFilter.verify|verify} messages.
                 * @param message RowFilter message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: google.bigtable.v2.RowFilter.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RowFilter message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.RowFilter & google.bigtable.v2.RowFilter.$Shape} RowFilter
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.RowFilter & google.bigtable.v2.RowFilter.$Shape;

                /**
                 * Verifies a RowFilter message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a RowFilter message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns RowFilter
                 */
                static fromObject(object: { [k: string]: any }): google.bigtable.v2.RowFilter;

                /**
                 * Creates a plain object from a RowFilter message. Also converts values to other types if specified.
                 * @param message RowFilter
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: google.bigtable.v2.RowFilter, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this RowFilter to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for RowFilter
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace RowFilter {

                /** Properties of a RowFilter. */
                interface $Properties {

                    /** RowFilter chain */
                    chain?: (google.bigtable.v2.RowFilter.Chain.$Properties|null);

                    /** RowFilter columnRangeFilter */
                    columnRangeFilter?: (google.bigtable.v2.ColumnRange.$Properties|null);

                    /** RowFilter cellsPerColumnLimitFilter */
                    cellsPerColumnLimitFilter?: (number|null);

                    /** RowFilter stripValueTransformer */
                    stripValueTransformer?: (boolean|null);

                    /** RowFilter filter */
                    filter?: ("chain"|"columnRangeFilter"|"cellsPerColumnLimitFilter"|"stripValueTransformer");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a RowFilter. */
                type $Shape = {
                  chain?: google.bigtable.v2.RowFilter.Chain.$Shape|null;
                  columnRangeFilter?: google.bigtable.v2.ColumnRange.$Shape|null;
                  cellsPerColumnLimitFilter?: number|null;
                  stripValueTransformer?: boolean|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ filter?: undefined; chain?: null; columnRangeFilter?: null; cellsPerColumnLimitFilter?: null; stripValueTransformer?: null }|{ filter?: "chain"; chain: google.bigtable.v2.RowFilter.Chain.$Shape; columnRangeFilter?: null; cellsPerColumnLimitFilter?: null; stripValueTransformer?: null }|{ filter?: "columnRangeFilter"; chain?: null; columnRangeFilter: google.bigtable.v2.ColumnRange.$Shape; cellsPerColumnLimitFilter?: null; stripValueTransformer?: null }|{ filter?: "cellsPerColumnLimitFilter"; chain?: null; columnRangeFilter?: null; cellsPerColumnLimitFilter: number; stripValueTransformer?: null }|{ filter?: "stripValueTransformer"; chain?: null; columnRangeFilter?: null; cellsPerColumnLimitFilter?: null; stripValueTransformer: boolean })
                );

                /**
                 * Properties of a Chain.
                 * @deprecated Use google.bigtable.v2.RowFilter.Chain.$Properties instead.
                 */
                interface IChain extends google.bigtable.v2.RowFilter.Chain.$Properties {
                }

                /** Represents a Chain. */
                class Chain {

                    /**
                     * Constructs a new Chain.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: google.bigtable.v2.RowFilter.Chain.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Chain filters. */
                    filters: google.bigtable.v2.RowFilter.$Properties[];

                    /**
                     * Creates a new Chain instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Chain instance
                     */
                    static create(properties: google.bigtable.v2.RowFilter.Chain.$Shape): google.bigtable.v2.RowFilter.Chain & google.bigtable.v2.RowFilter.Chain.$Shape;
                    static create(properties?: google.bigtable.v2.RowFilter.Chain.$Properties): google.bigtable.v2.RowFilter.Chain;

                    /**
                     * Encodes the specified Chain message. Does not implicitly {@link google.bigtable.v2.RowFilter.Chain.verify|verify} messages.
                     * @param message Chain message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: google.bigtable.v2.RowFilter.Chain.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Chain message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {google.bigtable.v2.RowFilter.Chain & google.bigtable.v2.RowFilter.Chain.$Shape} Chain
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.RowFilter.Chain & google.bigtable.v2.RowFilter.Chain.$Shape;

                    /**
                     * Verifies a Chain message.
                     * @param message Plain object to verify
                     * @returns `null` if valid, otherwise the reason why it is not
                     */
                    static verify(message: { [k: string]: any }): (string|null);

                    /**
                     * Creates a Chain message from a plain object. Also converts values to their respective internal types.
                     * @param object Plain object
                     * @returns Chain
                     */
                    static fromObject(object: { [k: string]: any }): google.bigtable.v2.RowFilter.Chain;

                    /**
                     * Creates a plain object from a Chain message. Also converts values to other types if specified.
                     * @param message Chain
                     * @param [options] Conversion options
                     * @returns Plain object
                     */
                    static toObject(message: google.bigtable.v2.RowFilter.Chain, options?: $protobuf.IConversionOptions): { [k: string]: any };

                    /**
                     * Converts this Chain to JSON.
                     * @returns JSON object
                     */
                    toJSON(): { [k: string]: any };

                    /**
                     * Gets the type url for Chain
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Chain {

                    /** Properties of a Chain. */
                    interface $Properties {

                        /** Chain filters */
                        filters?: (google.bigtable.v2.RowFilter.$Properties[]|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Chain. */
                    type $Shape = {
                      filters?: google.bigtable.v2.RowFilter.$Shape[]|null;
                      $unknowns?: Uint8Array[];
                    };
                }
            }

            /**
             * Properties of a ColumnRange.
             * @deprecated Use google.bigtable.v2.ColumnRange.$Properties instead.
             */
            interface IColumnRange extends google.bigtable.v2.ColumnRange.$Properties {
            }

            /** Represents a ColumnRange. */
            class ColumnRange {

                /**
                 * Constructs a new ColumnRange.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: google.bigtable.v2.ColumnRange.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ColumnRange familyName. */
                familyName: string;

                /** ColumnRange startQualifierClosed. */
                startQualifierClosed?: (Uint8Array|null);

                /** ColumnRange endQualifierClosed. */
                endQualifierClosed?: (Uint8Array|null);

                /** ColumnRange startQualifier. */
                startQualifier?: "startQualifierClosed";

                /** ColumnRange endQualifier. */
                endQualifier?: "endQualifierClosed";

                /**
                 * Creates a new ColumnRange instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ColumnRange instance
                 */
                static create(properties: google.bigtable.v2.ColumnRange.$Shape): google.bigtable.v2.ColumnRange & google.bigtable.v2.ColumnRange.$Shape;
                static create(properties?: google.bigtable.v2.ColumnRange.$Properties): google.bigtable.v2.ColumnRange;

                /**
                 * Encodes the specified ColumnRange message. Does not implicitly {@link google.bigtable.v2.ColumnRange.verify|verify} messages.
                 * @param message ColumnRange message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: google.bigtable.v2.ColumnRange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ColumnRange message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.ColumnRange & google.bigtable.v2.ColumnRange.$Shape} ColumnRange
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.ColumnRange & google.bigtable.v2.ColumnRange.$Shape;

                /**
                 * Verifies a ColumnRange message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ColumnRange message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ColumnRange
                 */
                static fromObject(object: { [k: string]: any }): google.bigtable.v2.ColumnRange;

                /**
                 * Creates a plain object from a ColumnRange message. Also converts values to other types if specified.
                 * @param message ColumnRange
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: google.bigtable.v2.ColumnRange, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ColumnRange to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ColumnRange
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ColumnRange {

                /** Properties of a ColumnRange. */
                interface $Properties {

                    /** ColumnRange familyName */
                    familyName?: (string|null);

                    /** ColumnRange startQualifierClosed */
                    startQualifierClosed?: (Uint8Array|null);

                    /** ColumnRange endQualifierClosed */
                    endQualifierClosed?: (Uint8Array|null);

                    /** ColumnRange startQualifier */
                    startQualifier?: "startQualifierClosed";

                    /** ColumnRange endQualifier */
                    endQualifier?: "endQualifierClosed";

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a ColumnRange. */
                type $Shape = {
                  familyName?: string|null;
                  startQualifierClosed?: Uint8Array|null;
                  endQualifierClosed?: Uint8Array|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ startQualifier?: undefined; startQualifierClosed?: null }|{ startQualifier?: "startQualifierClosed"; startQualifierClosed: Uint8Array })
                ) & (
                  ({ endQualifier?: undefined; endQualifierClosed?: null }|{ endQualifier?: "endQualifierClosed"; endQualifierClosed: Uint8Array })
                );
            }

            /**
             * Properties of a Mutation.
             * @deprecated Use google.bigtable.v2.Mutation.$Properties instead.
             */
            interface IMutation extends google.bigtable.v2.Mutation.$Properties {
            }

            /** Represents a Mutation. */
            class Mutation {

                /**
                 * Constructs a new Mutation.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: google.bigtable.v2.Mutation.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Mutation setCell. */
                setCell?: (google.bigtable.v2.Mutation.SetCell.$Properties|null);

                /** Mutation deleteFromRow. */
                deleteFromRow?: (google.bigtable.v2.Mutation.DeleteFromRow.$Properties|null);

                /** Mutation mutation. */
                mutation?: ("setCell"|"deleteFromRow");

                /**
                 * Creates a new Mutation instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Mutation instance
                 */
                static create(properties: google.bigtable.v2.Mutation.$Shape): google.bigtable.v2.Mutation & google.bigtable.v2.Mutation.$Shape;
                static create(properties?: google.bigtable.v2.Mutation.$Properties): google.bigtable.v2.Mutation;

                /**
                 * Encodes the specified Mutation message. Does not implicitly {@link google.bigtable.v2.Mutation.verify|verify} messages.
                 * @param message Mutation message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: google.bigtable.v2.Mutation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Mutation message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.Mutation & google.bigtable.v2.Mutation.$Shape} Mutation
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.Mutation & google.bigtable.v2.Mutation.$Shape;

                /**
                 * Verifies a Mutation message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a Mutation message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Mutation
                 */
                static fromObject(object: { [k: string]: any }): google.bigtable.v2.Mutation;

                /**
                 * Creates a plain object from a Mutation message. Also converts values to other types if specified.
                 * @param message Mutation
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: google.bigtable.v2.Mutation, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Mutation to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for Mutation
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Mutation {

                /** Properties of a Mutation. */
                interface $Properties {

                    /** Mutation setCell */
                    setCell?: (google.bigtable.v2.Mutation.SetCell.$Properties|null);

                    /** Mutation deleteFromRow */
                    deleteFromRow?: (google.bigtable.v2.Mutation.DeleteFromRow.$Properties|null);

                    /** Mutation mutation */
                    mutation?: ("setCell"|"deleteFromRow");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a Mutation. */
                type $Shape = {
                  setCell?: google.bigtable.v2.Mutation.SetCell.$Shape|null;
                  deleteFromRow?: google.bigtable.v2.Mutation.DeleteFromRow.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ mutation?: undefined; setCell?: null; deleteFromRow?: null }|{ mutation?: "setCell"; setCell: google.bigtable.v2.Mutation.SetCell.$Shape; deleteFromRow?: null }|{ mutation?: "deleteFromRow"; setCell?: null; deleteFromRow: google.bigtable.v2.Mutation.DeleteFromRow.$Shape })
                );

                /**
                 * Properties of a SetCell.
                 * @deprecated Use google.bigtable.v2.Mutation.SetCell.$Properties instead.
                 */
                interface ISetCell extends google.bigtable.v2.Mutation.SetCell.$Properties {
                }

                /** Represents a SetCell. */
                class SetCell {

                    /**
                     * Constructs a new SetCell.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: google.bigtable.v2.Mutation.SetCell.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** SetCell familyName. */
                    familyName: string;

                    /** SetCell columnQualifier. */
                    columnQualifier: Uint8Array;

                    /** SetCell timestampMicros. */
                    timestampMicros: (number|Long);

                    /** SetCell value. */
                    value: Uint8Array;

                    /**
                     * Creates a new SetCell instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns SetCell instance
                     */
                    static create(properties: google.bigtable.v2.Mutation.SetCell.$Shape): google.bigtable.v2.Mutation.SetCell & google.bigtable.v2.Mutation.SetCell.$Shape;
                    static create(properties?: google.bigtable.v2.Mutation.SetCell.$Properties): google.bigtable.v2.Mutation.SetCell;

                    /**
                     * Encodes the specified SetCell message. Does not implicitly {@link google.bigtable.v2.Mutation.SetCell.verify|verify} messages.
                     * @param message SetCell message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: google.bigtable.v2.Mutation.SetCell.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a SetCell message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {google.bigtable.v2.Mutation.SetCell & google.bigtable.v2.Mutation.SetCell.$Shape} SetCell
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.Mutation.SetCell & google.bigtable.v2.Mutation.SetCell.$Shape;

                    /**
                     * Verifies a SetCell message.
                     * @param message Plain object to verify
                     * @returns `null` if valid, otherwise the reason why it is not
                     */
                    static verify(message: { [k: string]: any }): (string|null);

                    /**
                     * Creates a SetCell message from a plain object. Also converts values to their respective internal types.
                     * @param object Plain object
                     * @returns SetCell
                     */
                    static fromObject(object: { [k: string]: any }): google.bigtable.v2.Mutation.SetCell;

                    /**
                     * Creates a plain object from a SetCell message. Also converts values to other types if specified.
                     * @param message SetCell
                     * @param [options] Conversion options
                     * @returns Plain object
                     */
                    static toObject(message: google.bigtable.v2.Mutation.SetCell, options?: $protobuf.IConversionOptions): { [k: string]: any };

                    /**
                     * Converts this SetCell to JSON.
                     * @returns JSON object
                     */
                    toJSON(): { [k: string]: any };

                    /**
                     * Gets the type url for SetCell
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace SetCell {

                    /** Properties of a SetCell. */
                    interface $Properties {

                        /** SetCell familyName */
                        familyName?: (string|null);

                        /** SetCell columnQualifier */
                        columnQualifier?: (Uint8Array|null);

                        /** SetCell timestampMicros */
                        timestampMicros?: (number|Long|null);

                        /** SetCell value */
                        value?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a SetCell. */
                    type $Shape = google.bigtable.v2.Mutation.SetCell.$Properties;
                }

                /**
                 * Properties of a DeleteFromRow.
                 * @deprecated Use google.bigtable.v2.Mutation.DeleteFromRow.$Properties instead.
                 */
                interface IDeleteFromRow extends google.bigtable.v2.Mutation.DeleteFromRow.$Properties {
                }

                /** Represents a DeleteFromRow. */
                class DeleteFromRow {

                    /**
                     * Constructs a new DeleteFromRow.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: google.bigtable.v2.Mutation.DeleteFromRow.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /**
                     * Creates a new DeleteFromRow instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns DeleteFromRow instance
                     */
                    static create(properties: google.bigtable.v2.Mutation.DeleteFromRow.$Shape): google.bigtable.v2.Mutation.DeleteFromRow & google.bigtable.v2.Mutation.DeleteFromRow.$Shape;
                    static create(properties?: google.bigtable.v2.Mutation.DeleteFromRow.$Properties): google.bigtable.v2.Mutation.DeleteFromRow;

                    /**
                     * Encodes the specified DeleteFromRow message. Does not implicitly {@link google.bigtable.v2.Mutation.DeleteFromRow.verify|verify} messages.
                     * @param message DeleteFromRow message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: google.bigtable.v2.Mutation.DeleteFromRow.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a DeleteFromRow message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {google.bigtable.v2.Mutation.DeleteFromRow & google.bigtable.v2.Mutation.DeleteFromRow.$Shape} DeleteFromRow
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.bigtable.v2.Mutation.DeleteFromRow & google.bigtable.v2.Mutation.DeleteFromRow.$Shape;

                    /**
                     * Verifies a DeleteFromRow message.
                     * @param message Plain object to verify
                     * @returns `null` if valid, otherwise the reason why it is not
                     */
                    static verify(message: { [k: string]: any }): (string|null);

                    /**
                     * Creates a DeleteFromRow message from a plain object. Also converts values to their respective internal types.
                     * @param object Plain object
                     * @returns DeleteFromRow
                     */
                    static fromObject(object: { [k: string]: any }): google.bigtable.v2.Mutation.DeleteFromRow;

                    /**
                     * Creates a plain object from a DeleteFromRow message. Also converts values to other types if specified.
                     * @param message DeleteFromRow
                     * @param [options] Conversion options
                     * @returns Plain object
                     */
                    static toObject(message: google.bigtable.v2.Mutation.DeleteFromRow, options?: $protobuf.IConversionOptions): { [k: string]: any };

                    /**
                     * Converts this DeleteFromRow to JSON.
                     * @returns JSON object
                     */
                    toJSON(): { [k: string]: any };

                    /**
                     * Gets the type url for DeleteFromRow
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace DeleteFromRow {

                    /** Properties of a DeleteFromRow. */
                    interface $Properties {

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a DeleteFromRow. */
                    type $Shape = google.bigtable.v2.Mutation.DeleteFromRow.$Properties;
                }
            }
        }
    }
}
