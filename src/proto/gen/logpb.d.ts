import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace logpb. */
export namespace logpb {

    /**
     * Properties of a ButlerMetadata.
     * @deprecated Use logpb.ButlerMetadata.$Properties instead.
     */
    interface IButlerMetadata extends logpb.ButlerMetadata.$Properties {
    }

    /** Represents a ButlerMetadata. */
    class ButlerMetadata {

        /**
         * Constructs a new ButlerMetadata.
         * @param [properties] Properties to set
         */
        constructor(properties?: logpb.ButlerMetadata.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ButlerMetadata type. */
        type: logpb.ButlerMetadata.ContentType;

        /** ButlerMetadata compression. */
        compression: logpb.ButlerMetadata.Compression;

        /** ButlerMetadata protoVersion. */
        protoVersion: string;

        /**
         * Creates a new ButlerMetadata instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ButlerMetadata instance
         */
        static create(properties: logpb.ButlerMetadata.$Shape): logpb.ButlerMetadata & logpb.ButlerMetadata.$Shape;
        static create(properties?: logpb.ButlerMetadata.$Properties): logpb.ButlerMetadata;

        /**
         * Encodes the specified ButlerMetadata message. Does not implicitly {@link logpb.ButlerMetadata.verify|verify} messages.
         * @param message ButlerMetadata message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logpb.ButlerMetadata.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ButlerMetadata message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logpb.ButlerMetadata & logpb.ButlerMetadata.$Shape} ButlerMetadata
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logpb.ButlerMetadata & logpb.ButlerMetadata.$Shape;

        /**
         * Verifies a ButlerMetadata message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a ButlerMetadata message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns ButlerMetadata
         */
        static fromObject(object: { [k: string]: any }): logpb.ButlerMetadata;

        /**
         * Creates a plain object from a ButlerMetadata message. Also converts values to other types if specified.
         * @param message ButlerMetadata
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logpb.ButlerMetadata, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this ButlerMetadata to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for ButlerMetadata
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ButlerMetadata {

        /** Properties of a ButlerMetadata. */
        interface $Properties {

            /** ButlerMetadata type */
            type?: (logpb.ButlerMetadata.ContentType|null);

            /** ButlerMetadata compression */
            compression?: (logpb.ButlerMetadata.Compression|null);

            /** ButlerMetadata protoVersion */
            protoVersion?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ButlerMetadata. */
        type $Shape = logpb.ButlerMetadata.$Properties;

        /** ContentType enum. */
        enum ContentType {

            /** Invalid value */
            Invalid = 0,

            /** ButlerLogBundle value */
            ButlerLogBundle = 1
        }

        /** Compression enum. */
        enum Compression {

            /** NONE value */
            NONE = 0,

            /** ZLIB value */
            ZLIB = 1
        }
    }

    /**
     * Properties of a ButlerLogBundle.
     * @deprecated Use logpb.ButlerLogBundle.$Properties instead.
     */
    interface IButlerLogBundle extends logpb.ButlerLogBundle.$Properties {
    }

    /** Represents a ButlerLogBundle. */
    class ButlerLogBundle {

        /**
         * Constructs a new ButlerLogBundle.
         * @param [properties] Properties to set
         */
        constructor(properties?: logpb.ButlerLogBundle.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ButlerLogBundle deprecatedSource. */
        deprecatedSource: string;

        /** ButlerLogBundle timestamp. */
        timestamp?: (google.protobuf.Timestamp.$Properties|null);

        /** ButlerLogBundle entries. */
        entries: logpb.ButlerLogBundle.Entry.$Properties[];

        /** ButlerLogBundle project. */
        project: string;

        /** ButlerLogBundle prefix. */
        prefix: string;

        /** ButlerLogBundle secret. */
        secret: Uint8Array;

        /**
         * Creates a new ButlerLogBundle instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ButlerLogBundle instance
         */
        static create(properties: logpb.ButlerLogBundle.$Shape): logpb.ButlerLogBundle & logpb.ButlerLogBundle.$Shape;
        static create(properties?: logpb.ButlerLogBundle.$Properties): logpb.ButlerLogBundle;

        /**
         * Encodes the specified ButlerLogBundle message. Does not implicitly {@link logpb.ButlerLogBundle.verify|verify} messages.
         * @param message ButlerLogBundle message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logpb.ButlerLogBundle.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ButlerLogBundle message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logpb.ButlerLogBundle & logpb.ButlerLogBundle.$Shape} ButlerLogBundle
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logpb.ButlerLogBundle & logpb.ButlerLogBundle.$Shape;

        /**
         * Verifies a ButlerLogBundle message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a ButlerLogBundle message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns ButlerLogBundle
         */
        static fromObject(object: { [k: string]: any }): logpb.ButlerLogBundle;

        /**
         * Creates a plain object from a ButlerLogBundle message. Also converts values to other types if specified.
         * @param message ButlerLogBundle
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logpb.ButlerLogBundle, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this ButlerLogBundle to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for ButlerLogBundle
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ButlerLogBundle {

        /** Properties of a ButlerLogBundle. */
        interface $Properties {

            /** ButlerLogBundle deprecatedSource */
            deprecatedSource?: (string|null);

            /** ButlerLogBundle timestamp */
            timestamp?: (google.protobuf.Timestamp.$Properties|null);

            /** ButlerLogBundle entries */
            entries?: (logpb.ButlerLogBundle.Entry.$Properties[]|null);

            /** ButlerLogBundle project */
            project?: (string|null);

            /** ButlerLogBundle prefix */
            prefix?: (string|null);

            /** ButlerLogBundle secret */
            secret?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ButlerLogBundle. */
        type $Shape = {
          deprecatedSource?: string|null;
          timestamp?: google.protobuf.Timestamp.$Shape|null;
          entries?: logpb.ButlerLogBundle.Entry.$Shape[]|null;
          project?: string|null;
          prefix?: string|null;
          secret?: Uint8Array|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of an Entry.
         * @deprecated Use logpb.ButlerLogBundle.Entry.$Properties instead.
         */
        interface IEntry extends logpb.ButlerLogBundle.Entry.$Properties {
        }

        /** Represents an Entry. */
        class Entry {

            /**
             * Constructs a new Entry.
             * @param [properties] Properties to set
             */
            constructor(properties?: logpb.ButlerLogBundle.Entry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Entry desc. */
            desc?: (logpb.LogStreamDescriptor.$Properties|null);

            /** Entry deprecatedEntrySecret. */
            deprecatedEntrySecret: Uint8Array;

            /** Entry terminal. */
            terminal: boolean;

            /** Entry terminalIndex. */
            terminalIndex: (number|Long);

            /** Entry logs. */
            logs: logpb.LogEntry.$Properties[];

            /**
             * Creates a new Entry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Entry instance
             */
            static create(properties: logpb.ButlerLogBundle.Entry.$Shape): logpb.ButlerLogBundle.Entry & logpb.ButlerLogBundle.Entry.$Shape;
            static create(properties?: logpb.ButlerLogBundle.Entry.$Properties): logpb.ButlerLogBundle.Entry;

            /**
             * Encodes the specified Entry message. Does not implicitly {@link logpb.ButlerLogBundle.Entry.verify|verify} messages.
             * @param message Entry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: logpb.ButlerLogBundle.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Entry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {logpb.ButlerLogBundle.Entry & logpb.ButlerLogBundle.Entry.$Shape} Entry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logpb.ButlerLogBundle.Entry & logpb.ButlerLogBundle.Entry.$Shape;

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
            static fromObject(object: { [k: string]: any }): logpb.ButlerLogBundle.Entry;

            /**
             * Creates a plain object from an Entry message. Also converts values to other types if specified.
             * @param message Entry
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: logpb.ButlerLogBundle.Entry, options?: $protobuf.IConversionOptions): { [k: string]: any };

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

                /** Entry desc */
                desc?: (logpb.LogStreamDescriptor.$Properties|null);

                /** Entry deprecatedEntrySecret */
                deprecatedEntrySecret?: (Uint8Array|null);

                /** Entry terminal */
                terminal?: (boolean|null);

                /** Entry terminalIndex */
                terminalIndex?: (number|Long|null);

                /** Entry logs */
                logs?: (logpb.LogEntry.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Entry. */
            type $Shape = {
              desc?: logpb.LogStreamDescriptor.$Shape|null;
              deprecatedEntrySecret?: Uint8Array|null;
              terminal?: boolean|null;
              terminalIndex?: number|Long|null;
              logs?: logpb.LogEntry.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }
    }

    /** StreamType enum. */
    enum StreamType {

        /** TEXT value */
        TEXT = 0,

        /** BINARY value */
        BINARY = 1,

        /** DATAGRAM value */
        DATAGRAM = 2
    }

    /**
     * Properties of a LogStreamDescriptor.
     * @deprecated Use logpb.LogStreamDescriptor.$Properties instead.
     */
    interface ILogStreamDescriptor extends logpb.LogStreamDescriptor.$Properties {
    }

    /** Represents a LogStreamDescriptor. */
    class LogStreamDescriptor {

        /**
         * Constructs a new LogStreamDescriptor.
         * @param [properties] Properties to set
         */
        constructor(properties?: logpb.LogStreamDescriptor.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LogStreamDescriptor prefix. */
        prefix: string;

        /** LogStreamDescriptor name. */
        name: string;

        /** LogStreamDescriptor streamType. */
        streamType: logpb.StreamType;

        /** LogStreamDescriptor contentType. */
        contentType: string;

        /** LogStreamDescriptor timestamp. */
        timestamp?: (google.protobuf.Timestamp.$Properties|null);

        /** LogStreamDescriptor tags. */
        tags: { [k: string]: string };

        /** LogStreamDescriptor binaryFileExt. */
        binaryFileExt: string;

        /**
         * Creates a new LogStreamDescriptor instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LogStreamDescriptor instance
         */
        static create(properties: logpb.LogStreamDescriptor.$Shape): logpb.LogStreamDescriptor & logpb.LogStreamDescriptor.$Shape;
        static create(properties?: logpb.LogStreamDescriptor.$Properties): logpb.LogStreamDescriptor;

        /**
         * Encodes the specified LogStreamDescriptor message. Does not implicitly {@link logpb.LogStreamDescriptor.verify|verify} messages.
         * @param message LogStreamDescriptor message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logpb.LogStreamDescriptor.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LogStreamDescriptor message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logpb.LogStreamDescriptor & logpb.LogStreamDescriptor.$Shape} LogStreamDescriptor
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logpb.LogStreamDescriptor & logpb.LogStreamDescriptor.$Shape;

        /**
         * Verifies a LogStreamDescriptor message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a LogStreamDescriptor message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns LogStreamDescriptor
         */
        static fromObject(object: { [k: string]: any }): logpb.LogStreamDescriptor;

        /**
         * Creates a plain object from a LogStreamDescriptor message. Also converts values to other types if specified.
         * @param message LogStreamDescriptor
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logpb.LogStreamDescriptor, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this LogStreamDescriptor to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for LogStreamDescriptor
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace LogStreamDescriptor {

        /** Properties of a LogStreamDescriptor. */
        interface $Properties {

            /** LogStreamDescriptor prefix */
            prefix?: (string|null);

            /** LogStreamDescriptor name */
            name?: (string|null);

            /** LogStreamDescriptor streamType */
            streamType?: (logpb.StreamType|null);

            /** LogStreamDescriptor contentType */
            contentType?: (string|null);

            /** LogStreamDescriptor timestamp */
            timestamp?: (google.protobuf.Timestamp.$Properties|null);

            /** LogStreamDescriptor tags */
            tags?: ({ [k: string]: string }|null);

            /** LogStreamDescriptor binaryFileExt */
            binaryFileExt?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LogStreamDescriptor. */
        type $Shape = logpb.LogStreamDescriptor.$Properties;
    }

    /**
     * Properties of a Text.
     * @deprecated Use logpb.Text.$Properties instead.
     */
    interface IText extends logpb.Text.$Properties {
    }

    /** Represents a Text. */
    class Text {

        /**
         * Constructs a new Text.
         * @param [properties] Properties to set
         */
        constructor(properties?: logpb.Text.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Text lines. */
        lines: logpb.Text.Line.$Properties[];

        /**
         * Creates a new Text instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Text instance
         */
        static create(properties: logpb.Text.$Shape): logpb.Text & logpb.Text.$Shape;
        static create(properties?: logpb.Text.$Properties): logpb.Text;

        /**
         * Encodes the specified Text message. Does not implicitly {@link logpb.Text.verify|verify} messages.
         * @param message Text message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logpb.Text.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Text message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logpb.Text & logpb.Text.$Shape} Text
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logpb.Text & logpb.Text.$Shape;

        /**
         * Verifies a Text message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a Text message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Text
         */
        static fromObject(object: { [k: string]: any }): logpb.Text;

        /**
         * Creates a plain object from a Text message. Also converts values to other types if specified.
         * @param message Text
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logpb.Text, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Text to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Text
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Text {

        /** Properties of a Text. */
        interface $Properties {

            /** Text lines */
            lines?: (logpb.Text.Line.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Text. */
        type $Shape = logpb.Text.$Properties;

        /**
         * Properties of a Line.
         * @deprecated Use logpb.Text.Line.$Properties instead.
         */
        interface ILine extends logpb.Text.Line.$Properties {
        }

        /** Represents a Line. */
        class Line {

            /**
             * Constructs a new Line.
             * @param [properties] Properties to set
             */
            constructor(properties?: logpb.Text.Line.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Line value. */
            value: Uint8Array;

            /** Line delimiter. */
            delimiter: string;

            /**
             * Creates a new Line instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Line instance
             */
            static create(properties: logpb.Text.Line.$Shape): logpb.Text.Line & logpb.Text.Line.$Shape;
            static create(properties?: logpb.Text.Line.$Properties): logpb.Text.Line;

            /**
             * Encodes the specified Line message. Does not implicitly {@link logpb.Text.Line.verify|verify} messages.
             * @param message Line message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: logpb.Text.Line.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Line message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {logpb.Text.Line & logpb.Text.Line.$Shape} Line
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logpb.Text.Line & logpb.Text.Line.$Shape;

            /**
             * Verifies a Line message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Line message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Line
             */
            static fromObject(object: { [k: string]: any }): logpb.Text.Line;

            /**
             * Creates a plain object from a Line message. Also converts values to other types if specified.
             * @param message Line
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: logpb.Text.Line, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Line to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Line
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Line {

            /** Properties of a Line. */
            interface $Properties {

                /** Line value */
                value?: (Uint8Array|null);

                /** Line delimiter */
                delimiter?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Line. */
            type $Shape = logpb.Text.Line.$Properties;
        }
    }

    /**
     * Properties of a Binary.
     * @deprecated Use logpb.Binary.$Properties instead.
     */
    interface IBinary extends logpb.Binary.$Properties {
    }

    /** Represents a Binary. */
    class Binary {

        /**
         * Constructs a new Binary.
         * @param [properties] Properties to set
         */
        constructor(properties?: logpb.Binary.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Binary data. */
        data: Uint8Array;

        /**
         * Creates a new Binary instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Binary instance
         */
        static create(properties: logpb.Binary.$Shape): logpb.Binary & logpb.Binary.$Shape;
        static create(properties?: logpb.Binary.$Properties): logpb.Binary;

        /**
         * Encodes the specified Binary message. Does not implicitly {@link logpb.Binary.verify|verify} messages.
         * @param message Binary message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logpb.Binary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Binary message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logpb.Binary & logpb.Binary.$Shape} Binary
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logpb.Binary & logpb.Binary.$Shape;

        /**
         * Verifies a Binary message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a Binary message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Binary
         */
        static fromObject(object: { [k: string]: any }): logpb.Binary;

        /**
         * Creates a plain object from a Binary message. Also converts values to other types if specified.
         * @param message Binary
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logpb.Binary, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Binary to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Binary
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Binary {

        /** Properties of a Binary. */
        interface $Properties {

            /** Binary data */
            data?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Binary. */
        type $Shape = logpb.Binary.$Properties;
    }

    /**
     * Properties of a Datagram.
     * @deprecated Use logpb.Datagram.$Properties instead.
     */
    interface IDatagram extends logpb.Datagram.$Properties {
    }

    /** Represents a Datagram. */
    class Datagram {

        /**
         * Constructs a new Datagram.
         * @param [properties] Properties to set
         */
        constructor(properties?: logpb.Datagram.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Datagram data. */
        data: Uint8Array;

        /** Datagram partial. */
        partial?: (logpb.Datagram.Partial.$Properties|null);

        /**
         * Creates a new Datagram instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Datagram instance
         */
        static create(properties: logpb.Datagram.$Shape): logpb.Datagram & logpb.Datagram.$Shape;
        static create(properties?: logpb.Datagram.$Properties): logpb.Datagram;

        /**
         * Encodes the specified Datagram message. Does not implicitly {@link logpb.Datagram.verify|verify} messages.
         * @param message Datagram message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logpb.Datagram.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Datagram message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logpb.Datagram & logpb.Datagram.$Shape} Datagram
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logpb.Datagram & logpb.Datagram.$Shape;

        /**
         * Verifies a Datagram message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a Datagram message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Datagram
         */
        static fromObject(object: { [k: string]: any }): logpb.Datagram;

        /**
         * Creates a plain object from a Datagram message. Also converts values to other types if specified.
         * @param message Datagram
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logpb.Datagram, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Datagram to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Datagram
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Datagram {

        /** Properties of a Datagram. */
        interface $Properties {

            /** Datagram data */
            data?: (Uint8Array|null);

            /** Datagram partial */
            partial?: (logpb.Datagram.Partial.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Datagram. */
        type $Shape = logpb.Datagram.$Properties;

        /**
         * Properties of a Partial.
         * @deprecated Use logpb.Datagram.Partial.$Properties instead.
         */
        interface IPartial extends logpb.Datagram.Partial.$Properties {
        }

        /** Represents a Partial. */
        class Partial {

            /**
             * Constructs a new Partial.
             * @param [properties] Properties to set
             */
            constructor(properties?: logpb.Datagram.Partial.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Partial index. */
            index: number;

            /** Partial size. */
            size: (number|Long);

            /** Partial last. */
            last: boolean;

            /**
             * Creates a new Partial instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Partial instance
             */
            static create(properties: logpb.Datagram.Partial.$Shape): logpb.Datagram.Partial & logpb.Datagram.Partial.$Shape;
            static create(properties?: logpb.Datagram.Partial.$Properties): logpb.Datagram.Partial;

            /**
             * Encodes the specified Partial message. Does not implicitly {@link logpb.Datagram.Partial.verify|verify} messages.
             * @param message Partial message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: logpb.Datagram.Partial.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Partial message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {logpb.Datagram.Partial & logpb.Datagram.Partial.$Shape} Partial
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logpb.Datagram.Partial & logpb.Datagram.Partial.$Shape;

            /**
             * Verifies a Partial message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Partial message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Partial
             */
            static fromObject(object: { [k: string]: any }): logpb.Datagram.Partial;

            /**
             * Creates a plain object from a Partial message. Also converts values to other types if specified.
             * @param message Partial
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: logpb.Datagram.Partial, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Partial to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Partial
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Partial {

            /** Properties of a Partial. */
            interface $Properties {

                /** Partial index */
                index?: (number|null);

                /** Partial size */
                size?: (number|Long|null);

                /** Partial last */
                last?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Partial. */
            type $Shape = logpb.Datagram.Partial.$Properties;
        }
    }

    /**
     * Properties of a LogEntry.
     * @deprecated Use logpb.LogEntry.$Properties instead.
     */
    interface ILogEntry extends logpb.LogEntry.$Properties {
    }

    /** Represents a LogEntry. */
    class LogEntry {

        /**
         * Constructs a new LogEntry.
         * @param [properties] Properties to set
         */
        constructor(properties?: logpb.LogEntry.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LogEntry timeOffset. */
        timeOffset?: (google.protobuf.Duration.$Properties|null);

        /** LogEntry prefixIndex. */
        prefixIndex: (number|Long);

        /** LogEntry streamIndex. */
        streamIndex: (number|Long);

        /** LogEntry sequence. */
        sequence: (number|Long);

        /** LogEntry text. */
        text?: (logpb.Text.$Properties|null);

        /** LogEntry binary. */
        binary?: (logpb.Binary.$Properties|null);

        /** LogEntry datagram. */
        datagram?: (logpb.Datagram.$Properties|null);

        /** LogEntry content. */
        content?: ("text"|"binary"|"datagram");

        /**
         * Creates a new LogEntry instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LogEntry instance
         */
        static create(properties: logpb.LogEntry.$Shape): logpb.LogEntry & logpb.LogEntry.$Shape;
        static create(properties?: logpb.LogEntry.$Properties): logpb.LogEntry;

        /**
         * Encodes the specified LogEntry message. Does not implicitly {@link logpb.LogEntry.verify|verify} messages.
         * @param message LogEntry message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logpb.LogEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LogEntry message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logpb.LogEntry & logpb.LogEntry.$Shape} LogEntry
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logpb.LogEntry & logpb.LogEntry.$Shape;

        /**
         * Verifies a LogEntry message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a LogEntry message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns LogEntry
         */
        static fromObject(object: { [k: string]: any }): logpb.LogEntry;

        /**
         * Creates a plain object from a LogEntry message. Also converts values to other types if specified.
         * @param message LogEntry
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logpb.LogEntry, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this LogEntry to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for LogEntry
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace LogEntry {

        /** Properties of a LogEntry. */
        interface $Properties {

            /** LogEntry timeOffset */
            timeOffset?: (google.protobuf.Duration.$Properties|null);

            /** LogEntry prefixIndex */
            prefixIndex?: (number|Long|null);

            /** LogEntry streamIndex */
            streamIndex?: (number|Long|null);

            /** LogEntry sequence */
            sequence?: (number|Long|null);

            /** LogEntry text */
            text?: (logpb.Text.$Properties|null);

            /** LogEntry binary */
            binary?: (logpb.Binary.$Properties|null);

            /** LogEntry datagram */
            datagram?: (logpb.Datagram.$Properties|null);

            /** LogEntry content */
            content?: ("text"|"binary"|"datagram");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a LogEntry. */
        type $Shape = {
          timeOffset?: google.protobuf.Duration.$Shape|null;
          prefixIndex?: number|Long|null;
          streamIndex?: number|Long|null;
          sequence?: number|Long|null;
          text?: logpb.Text.$Shape|null;
          binary?: logpb.Binary.$Shape|null;
          datagram?: logpb.Datagram.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ content?: undefined; text?: null; binary?: null; datagram?: null }|{ content?: "text"; text: logpb.Text.$Shape; binary?: null; datagram?: null }|{ content?: "binary"; text?: null; binary: logpb.Binary.$Shape; datagram?: null }|{ content?: "datagram"; text?: null; binary?: null; datagram: logpb.Datagram.$Shape })
        );
    }
}

/** Namespace google. */
export namespace google {

    /** Namespace protobuf. */
    namespace protobuf {

        /**
         * Properties of a Duration.
         * @deprecated Use google.protobuf.Duration.$Properties instead.
         */
        interface IDuration extends google.protobuf.Duration.$Properties {
        }

        /** Represents a Duration. */
        class Duration {

            /**
             * Constructs a new Duration.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Duration.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Duration seconds. */
            seconds: (number|Long);

            /** Duration nanos. */
            nanos: number;

            /**
             * Creates a new Duration instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Duration instance
             */
            static create(properties: google.protobuf.Duration.$Shape): google.protobuf.Duration & google.protobuf.Duration.$Shape;
            static create(properties?: google.protobuf.Duration.$Properties): google.protobuf.Duration;

            /**
             * Encodes the specified Duration message. Does not implicitly {@link google.protobuf.Duration.verify|verify} messages.
             * @param message Duration message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Duration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Duration message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Duration & google.protobuf.Duration.$Shape} Duration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Duration & google.protobuf.Duration.$Shape;

            /**
             * Verifies a Duration message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Duration message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Duration
             */
            static fromObject(object: { [k: string]: any }): google.protobuf.Duration;

            /**
             * Creates a plain object from a Duration message. Also converts values to other types if specified.
             * @param message Duration
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: google.protobuf.Duration, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Duration to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Duration
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Duration {

            /** Properties of a Duration. */
            interface $Properties {

                /** Duration seconds */
                seconds?: (number|Long|null);

                /** Duration nanos */
                nanos?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Duration. */
            type $Shape = google.protobuf.Duration.$Properties;
        }

        /**
         * Properties of a Timestamp.
         * @deprecated Use google.protobuf.Timestamp.$Properties instead.
         */
        interface ITimestamp extends google.protobuf.Timestamp.$Properties {
        }

        /** Represents a Timestamp. */
        class Timestamp {

            /**
             * Constructs a new Timestamp.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Timestamp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Timestamp seconds. */
            seconds: (number|Long);

            /** Timestamp nanos. */
            nanos: number;

            /**
             * Creates a new Timestamp instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Timestamp instance
             */
            static create(properties: google.protobuf.Timestamp.$Shape): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;
            static create(properties?: google.protobuf.Timestamp.$Properties): google.protobuf.Timestamp;

            /**
             * Encodes the specified Timestamp message. Does not implicitly {@link google.protobuf.Timestamp.verify|verify} messages.
             * @param message Timestamp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Timestamp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Timestamp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape} Timestamp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;

            /**
             * Verifies a Timestamp message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Timestamp message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Timestamp
             */
            static fromObject(object: { [k: string]: any }): google.protobuf.Timestamp;

            /**
             * Creates a plain object from a Timestamp message. Also converts values to other types if specified.
             * @param message Timestamp
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: google.protobuf.Timestamp, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Timestamp to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Timestamp
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Timestamp {

            /** Properties of a Timestamp. */
            interface $Properties {

                /** Timestamp seconds */
                seconds?: (number|Long|null);

                /** Timestamp nanos */
                nanos?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Timestamp. */
            type $Shape = google.protobuf.Timestamp.$Properties;
        }
    }
}
