import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace logdog. */
export namespace logdog {

    /**
     * Properties of a LogStreamState.
     * @deprecated Use logdog.LogStreamState.$Properties instead.
     */
    interface ILogStreamState extends logdog.LogStreamState.$Properties {
    }

    /** Represents a LogStreamState. */
    class LogStreamState {

        /**
         * Constructs a new LogStreamState.
         * @param [properties] Properties to set
         */
        constructor(properties?: logdog.LogStreamState.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LogStreamState protoVersion. */
        protoVersion: string;

        /** LogStreamState secret. */
        secret: Uint8Array;

        /** LogStreamState terminalIndex. */
        terminalIndex: (number|Long);

        /** LogStreamState archived. */
        archived: boolean;

        /** LogStreamState purged. */
        purged: boolean;

        /**
         * Creates a new LogStreamState instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LogStreamState instance
         */
        static create(properties: logdog.LogStreamState.$Shape): logdog.LogStreamState & logdog.LogStreamState.$Shape;
        static create(properties?: logdog.LogStreamState.$Properties): logdog.LogStreamState;

        /**
         * Encodes the specified LogStreamState message. Does not implicitly {@link logdog.LogStreamState.verify|verify} messages.
         * @param message LogStreamState message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logdog.LogStreamState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LogStreamState message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logdog.LogStreamState & logdog.LogStreamState.$Shape} LogStreamState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logdog.LogStreamState & logdog.LogStreamState.$Shape;

        /**
         * Verifies a LogStreamState message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a LogStreamState message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns LogStreamState
         */
        static fromObject(object: { [k: string]: any }): logdog.LogStreamState;

        /**
         * Creates a plain object from a LogStreamState message. Also converts values to other types if specified.
         * @param message LogStreamState
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logdog.LogStreamState, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this LogStreamState to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for LogStreamState
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace LogStreamState {

        /** Properties of a LogStreamState. */
        interface $Properties {

            /** LogStreamState protoVersion */
            protoVersion?: (string|null);

            /** LogStreamState secret */
            secret?: (Uint8Array|null);

            /** LogStreamState terminalIndex */
            terminalIndex?: (number|Long|null);

            /** LogStreamState archived */
            archived?: (boolean|null);

            /** LogStreamState purged */
            purged?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LogStreamState. */
        type $Shape = logdog.LogStreamState.$Properties;
    }

    /**
     * Properties of an Error.
     * @deprecated Use logdog.Error.$Properties instead.
     */
    interface IError extends logdog.Error.$Properties {
    }

    /** Represents an Error. */
    class Error {

        /**
         * Constructs a new Error.
         * @param [properties] Properties to set
         */
        constructor(properties?: logdog.Error.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Error grpcCode. */
        grpcCode: number;

        /** Error transient. */
        transient: boolean;

        /** Error msg. */
        msg: string;

        /**
         * Creates a new Error instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Error instance
         */
        static create(properties: logdog.Error.$Shape): logdog.Error & logdog.Error.$Shape;
        static create(properties?: logdog.Error.$Properties): logdog.Error;

        /**
         * Encodes the specified Error message. Does not implicitly {@link logdog.Error.verify|verify} messages.
         * @param message Error message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logdog.Error.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Error message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logdog.Error & logdog.Error.$Shape} Error
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logdog.Error & logdog.Error.$Shape;

        /**
         * Verifies an Error message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates an Error message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Error
         */
        static fromObject(object: { [k: string]: any }): logdog.Error;

        /**
         * Creates a plain object from an Error message. Also converts values to other types if specified.
         * @param message Error
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logdog.Error, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Error to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Error
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Error {

        /** Properties of an Error. */
        interface $Properties {

            /** Error grpcCode */
            grpcCode?: (number|null);

            /** Error transient */
            transient?: (boolean|null);

            /** Error msg */
            msg?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Error. */
        type $Shape = logdog.Error.$Properties;
    }

    /**
     * Properties of a RegisterStreamRequest.
     * @deprecated Use logdog.RegisterStreamRequest.$Properties instead.
     */
    interface IRegisterStreamRequest extends logdog.RegisterStreamRequest.$Properties {
    }

    /** Represents a RegisterStreamRequest. */
    class RegisterStreamRequest {

        /**
         * Constructs a new RegisterStreamRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: logdog.RegisterStreamRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RegisterStreamRequest project. */
        project: string;

        /** RegisterStreamRequest secret. */
        secret: Uint8Array;

        /** RegisterStreamRequest protoVersion. */
        protoVersion: string;

        /** RegisterStreamRequest desc. */
        desc: Uint8Array;

        /** RegisterStreamRequest terminalIndex. */
        terminalIndex: (number|Long);

        /**
         * Creates a new RegisterStreamRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RegisterStreamRequest instance
         */
        static create(properties: logdog.RegisterStreamRequest.$Shape): logdog.RegisterStreamRequest & logdog.RegisterStreamRequest.$Shape;
        static create(properties?: logdog.RegisterStreamRequest.$Properties): logdog.RegisterStreamRequest;

        /**
         * Encodes the specified RegisterStreamRequest message. Does not implicitly {@link logdog.RegisterStreamRequest.verify|verify} messages.
         * @param message RegisterStreamRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logdog.RegisterStreamRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RegisterStreamRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logdog.RegisterStreamRequest & logdog.RegisterStreamRequest.$Shape} RegisterStreamRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logdog.RegisterStreamRequest & logdog.RegisterStreamRequest.$Shape;

        /**
         * Verifies a RegisterStreamRequest message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a RegisterStreamRequest message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns RegisterStreamRequest
         */
        static fromObject(object: { [k: string]: any }): logdog.RegisterStreamRequest;

        /**
         * Creates a plain object from a RegisterStreamRequest message. Also converts values to other types if specified.
         * @param message RegisterStreamRequest
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logdog.RegisterStreamRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this RegisterStreamRequest to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for RegisterStreamRequest
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace RegisterStreamRequest {

        /** Properties of a RegisterStreamRequest. */
        interface $Properties {

            /** RegisterStreamRequest project */
            project?: (string|null);

            /** RegisterStreamRequest secret */
            secret?: (Uint8Array|null);

            /** RegisterStreamRequest protoVersion */
            protoVersion?: (string|null);

            /** RegisterStreamRequest desc */
            desc?: (Uint8Array|null);

            /** RegisterStreamRequest terminalIndex */
            terminalIndex?: (number|Long|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RegisterStreamRequest. */
        type $Shape = logdog.RegisterStreamRequest.$Properties;
    }

    /**
     * Properties of a RegisterStreamResponse.
     * @deprecated Use logdog.RegisterStreamResponse.$Properties instead.
     */
    interface IRegisterStreamResponse extends logdog.RegisterStreamResponse.$Properties {
    }

    /** Represents a RegisterStreamResponse. */
    class RegisterStreamResponse {

        /**
         * Constructs a new RegisterStreamResponse.
         * @param [properties] Properties to set
         */
        constructor(properties?: logdog.RegisterStreamResponse.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RegisterStreamResponse id. */
        id: string;

        /** RegisterStreamResponse state. */
        state?: (logdog.LogStreamState.$Properties|null);

        /** RegisterStreamResponse error. */
        error?: (logdog.Error.$Properties|null);

        /**
         * Creates a new RegisterStreamResponse instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RegisterStreamResponse instance
         */
        static create(properties: logdog.RegisterStreamResponse.$Shape): logdog.RegisterStreamResponse & logdog.RegisterStreamResponse.$Shape;
        static create(properties?: logdog.RegisterStreamResponse.$Properties): logdog.RegisterStreamResponse;

        /**
         * Encodes the specified RegisterStreamResponse message. Does not implicitly {@link logdog.RegisterStreamResponse.verify|verify} messages.
         * @param message RegisterStreamResponse message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logdog.RegisterStreamResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RegisterStreamResponse message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logdog.RegisterStreamResponse & logdog.RegisterStreamResponse.$Shape} RegisterStreamResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logdog.RegisterStreamResponse & logdog.RegisterStreamResponse.$Shape;

        /**
         * Verifies a RegisterStreamResponse message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a RegisterStreamResponse message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns RegisterStreamResponse
         */
        static fromObject(object: { [k: string]: any }): logdog.RegisterStreamResponse;

        /**
         * Creates a plain object from a RegisterStreamResponse message. Also converts values to other types if specified.
         * @param message RegisterStreamResponse
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logdog.RegisterStreamResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this RegisterStreamResponse to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for RegisterStreamResponse
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace RegisterStreamResponse {

        /** Properties of a RegisterStreamResponse. */
        interface $Properties {

            /** RegisterStreamResponse id */
            id?: (string|null);

            /** RegisterStreamResponse state */
            state?: (logdog.LogStreamState.$Properties|null);

            /** RegisterStreamResponse error */
            error?: (logdog.Error.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RegisterStreamResponse. */
        type $Shape = logdog.RegisterStreamResponse.$Properties;
    }

    /**
     * Properties of a LoadStreamRequest.
     * @deprecated Use logdog.LoadStreamRequest.$Properties instead.
     */
    interface ILoadStreamRequest extends logdog.LoadStreamRequest.$Properties {
    }

    /** Represents a LoadStreamRequest. */
    class LoadStreamRequest {

        /**
         * Constructs a new LoadStreamRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: logdog.LoadStreamRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LoadStreamRequest project. */
        project: string;

        /** LoadStreamRequest id. */
        id: string;

        /** LoadStreamRequest desc. */
        desc: boolean;

        /**
         * Creates a new LoadStreamRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LoadStreamRequest instance
         */
        static create(properties: logdog.LoadStreamRequest.$Shape): logdog.LoadStreamRequest & logdog.LoadStreamRequest.$Shape;
        static create(properties?: logdog.LoadStreamRequest.$Properties): logdog.LoadStreamRequest;

        /**
         * Encodes the specified LoadStreamRequest message. Does not implicitly {@link logdog.LoadStreamRequest.verify|verify} messages.
         * @param message LoadStreamRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logdog.LoadStreamRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LoadStreamRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logdog.LoadStreamRequest & logdog.LoadStreamRequest.$Shape} LoadStreamRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logdog.LoadStreamRequest & logdog.LoadStreamRequest.$Shape;

        /**
         * Verifies a LoadStreamRequest message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a LoadStreamRequest message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns LoadStreamRequest
         */
        static fromObject(object: { [k: string]: any }): logdog.LoadStreamRequest;

        /**
         * Creates a plain object from a LoadStreamRequest message. Also converts values to other types if specified.
         * @param message LoadStreamRequest
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logdog.LoadStreamRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this LoadStreamRequest to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for LoadStreamRequest
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace LoadStreamRequest {

        /** Properties of a LoadStreamRequest. */
        interface $Properties {

            /** LoadStreamRequest project */
            project?: (string|null);

            /** LoadStreamRequest id */
            id?: (string|null);

            /** LoadStreamRequest desc */
            desc?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LoadStreamRequest. */
        type $Shape = logdog.LoadStreamRequest.$Properties;
    }

    /**
     * Properties of a LoadStreamResponse.
     * @deprecated Use logdog.LoadStreamResponse.$Properties instead.
     */
    interface ILoadStreamResponse extends logdog.LoadStreamResponse.$Properties {
    }

    /** Represents a LoadStreamResponse. */
    class LoadStreamResponse {

        /**
         * Constructs a new LoadStreamResponse.
         * @param [properties] Properties to set
         */
        constructor(properties?: logdog.LoadStreamResponse.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LoadStreamResponse state. */
        state?: (logdog.LogStreamState.$Properties|null);

        /** LoadStreamResponse desc. */
        desc: Uint8Array;

        /** LoadStreamResponse age. */
        age?: (google.protobuf.Duration.$Properties|null);

        /**
         * Creates a new LoadStreamResponse instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LoadStreamResponse instance
         */
        static create(properties: logdog.LoadStreamResponse.$Shape): logdog.LoadStreamResponse & logdog.LoadStreamResponse.$Shape;
        static create(properties?: logdog.LoadStreamResponse.$Properties): logdog.LoadStreamResponse;

        /**
         * Encodes the specified LoadStreamResponse message. Does not implicitly {@link logdog.LoadStreamResponse.verify|verify} messages.
         * @param message LoadStreamResponse message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logdog.LoadStreamResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LoadStreamResponse message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logdog.LoadStreamResponse & logdog.LoadStreamResponse.$Shape} LoadStreamResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logdog.LoadStreamResponse & logdog.LoadStreamResponse.$Shape;

        /**
         * Verifies a LoadStreamResponse message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a LoadStreamResponse message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns LoadStreamResponse
         */
        static fromObject(object: { [k: string]: any }): logdog.LoadStreamResponse;

        /**
         * Creates a plain object from a LoadStreamResponse message. Also converts values to other types if specified.
         * @param message LoadStreamResponse
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logdog.LoadStreamResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this LoadStreamResponse to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for LoadStreamResponse
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace LoadStreamResponse {

        /** Properties of a LoadStreamResponse. */
        interface $Properties {

            /** LoadStreamResponse state */
            state?: (logdog.LogStreamState.$Properties|null);

            /** LoadStreamResponse desc */
            desc?: (Uint8Array|null);

            /** LoadStreamResponse age */
            age?: (google.protobuf.Duration.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LoadStreamResponse. */
        type $Shape = logdog.LoadStreamResponse.$Properties;
    }

    /**
     * Properties of a TerminateStreamRequest.
     * @deprecated Use logdog.TerminateStreamRequest.$Properties instead.
     */
    interface ITerminateStreamRequest extends logdog.TerminateStreamRequest.$Properties {
    }

    /** Represents a TerminateStreamRequest. */
    class TerminateStreamRequest {

        /**
         * Constructs a new TerminateStreamRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: logdog.TerminateStreamRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TerminateStreamRequest project. */
        project: string;

        /** TerminateStreamRequest id. */
        id: string;

        /** TerminateStreamRequest secret. */
        secret: Uint8Array;

        /** TerminateStreamRequest terminalIndex. */
        terminalIndex: (number|Long);

        /**
         * Creates a new TerminateStreamRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns TerminateStreamRequest instance
         */
        static create(properties: logdog.TerminateStreamRequest.$Shape): logdog.TerminateStreamRequest & logdog.TerminateStreamRequest.$Shape;
        static create(properties?: logdog.TerminateStreamRequest.$Properties): logdog.TerminateStreamRequest;

        /**
         * Encodes the specified TerminateStreamRequest message. Does not implicitly {@link logdog.TerminateStreamRequest.verify|verify} messages.
         * @param message TerminateStreamRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logdog.TerminateStreamRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TerminateStreamRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logdog.TerminateStreamRequest & logdog.TerminateStreamRequest.$Shape} TerminateStreamRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logdog.TerminateStreamRequest & logdog.TerminateStreamRequest.$Shape;

        /**
         * Verifies a TerminateStreamRequest message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a TerminateStreamRequest message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns TerminateStreamRequest
         */
        static fromObject(object: { [k: string]: any }): logdog.TerminateStreamRequest;

        /**
         * Creates a plain object from a TerminateStreamRequest message. Also converts values to other types if specified.
         * @param message TerminateStreamRequest
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logdog.TerminateStreamRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this TerminateStreamRequest to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for TerminateStreamRequest
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace TerminateStreamRequest {

        /** Properties of a TerminateStreamRequest. */
        interface $Properties {

            /** TerminateStreamRequest project */
            project?: (string|null);

            /** TerminateStreamRequest id */
            id?: (string|null);

            /** TerminateStreamRequest secret */
            secret?: (Uint8Array|null);

            /** TerminateStreamRequest terminalIndex */
            terminalIndex?: (number|Long|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TerminateStreamRequest. */
        type $Shape = logdog.TerminateStreamRequest.$Properties;
    }

    /**
     * Properties of an ArchiveStreamRequest.
     * @deprecated Use logdog.ArchiveStreamRequest.$Properties instead.
     */
    interface IArchiveStreamRequest extends logdog.ArchiveStreamRequest.$Properties {
    }

    /** Represents an ArchiveStreamRequest. */
    class ArchiveStreamRequest {

        /**
         * Constructs a new ArchiveStreamRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: logdog.ArchiveStreamRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new ArchiveStreamRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ArchiveStreamRequest instance
         */
        static create(properties: logdog.ArchiveStreamRequest.$Shape): logdog.ArchiveStreamRequest & logdog.ArchiveStreamRequest.$Shape;
        static create(properties?: logdog.ArchiveStreamRequest.$Properties): logdog.ArchiveStreamRequest;

        /**
         * Encodes the specified ArchiveStreamRequest message. Does not implicitly {@link logdog.ArchiveStreamRequest.verify|verify} messages.
         * @param message ArchiveStreamRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logdog.ArchiveStreamRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an ArchiveStreamRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logdog.ArchiveStreamRequest & logdog.ArchiveStreamRequest.$Shape} ArchiveStreamRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logdog.ArchiveStreamRequest & logdog.ArchiveStreamRequest.$Shape;

        /**
         * Verifies an ArchiveStreamRequest message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates an ArchiveStreamRequest message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns ArchiveStreamRequest
         */
        static fromObject(object: { [k: string]: any }): logdog.ArchiveStreamRequest;

        /**
         * Creates a plain object from an ArchiveStreamRequest message. Also converts values to other types if specified.
         * @param message ArchiveStreamRequest
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logdog.ArchiveStreamRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this ArchiveStreamRequest to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for ArchiveStreamRequest
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ArchiveStreamRequest {

        /** Properties of an ArchiveStreamRequest. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an ArchiveStreamRequest. */
        type $Shape = logdog.ArchiveStreamRequest.$Properties;
    }

    /**
     * Properties of a BatchRequest.
     * @deprecated Use logdog.BatchRequest.$Properties instead.
     */
    interface IBatchRequest extends logdog.BatchRequest.$Properties {
    }

    /** Represents a BatchRequest. */
    class BatchRequest {

        /**
         * Constructs a new BatchRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: logdog.BatchRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** BatchRequest req. */
        req: logdog.BatchRequest.Entry.$Properties[];

        /**
         * Creates a new BatchRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns BatchRequest instance
         */
        static create(properties: logdog.BatchRequest.$Shape): logdog.BatchRequest & logdog.BatchRequest.$Shape;
        static create(properties?: logdog.BatchRequest.$Properties): logdog.BatchRequest;

        /**
         * Encodes the specified BatchRequest message. Does not implicitly {@link logdog.BatchRequest.verify|verify} messages.
         * @param message BatchRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logdog.BatchRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a BatchRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logdog.BatchRequest & logdog.BatchRequest.$Shape} BatchRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logdog.BatchRequest & logdog.BatchRequest.$Shape;

        /**
         * Verifies a BatchRequest message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a BatchRequest message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns BatchRequest
         */
        static fromObject(object: { [k: string]: any }): logdog.BatchRequest;

        /**
         * Creates a plain object from a BatchRequest message. Also converts values to other types if specified.
         * @param message BatchRequest
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logdog.BatchRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this BatchRequest to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for BatchRequest
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace BatchRequest {

        /** Properties of a BatchRequest. */
        interface $Properties {

            /** BatchRequest req */
            req?: (logdog.BatchRequest.Entry.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a BatchRequest. */
        type $Shape = {
          req?: logdog.BatchRequest.Entry.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of an Entry.
         * @deprecated Use logdog.BatchRequest.Entry.$Properties instead.
         */
        interface IEntry extends logdog.BatchRequest.Entry.$Properties {
        }

        /** Represents an Entry. */
        class Entry {

            /**
             * Constructs a new Entry.
             * @param [properties] Properties to set
             */
            constructor(properties?: logdog.BatchRequest.Entry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Entry registerStream. */
            registerStream?: (logdog.RegisterStreamRequest.$Properties|null);

            /** Entry loadStream. */
            loadStream?: (logdog.LoadStreamRequest.$Properties|null);

            /** Entry terminateStream. */
            terminateStream?: (logdog.TerminateStreamRequest.$Properties|null);

            /** Entry archiveStream. */
            archiveStream?: (logdog.ArchiveStreamRequest.$Properties|null);

            /** Entry value. */
            value?: ("registerStream"|"loadStream"|"terminateStream"|"archiveStream");

            /**
             * Creates a new Entry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Entry instance
             */
            static create(properties: logdog.BatchRequest.Entry.$Shape): logdog.BatchRequest.Entry & logdog.BatchRequest.Entry.$Shape;
            static create(properties?: logdog.BatchRequest.Entry.$Properties): logdog.BatchRequest.Entry;

            /**
             * Encodes the specified Entry message. Does not implicitly {@link logdog.BatchRequest.Entry.verify|verify} messages.
             * @param message Entry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: logdog.BatchRequest.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Entry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {logdog.BatchRequest.Entry & logdog.BatchRequest.Entry.$Shape} Entry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logdog.BatchRequest.Entry & logdog.BatchRequest.Entry.$Shape;

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
            static fromObject(object: { [k: string]: any }): logdog.BatchRequest.Entry;

            /**
             * Creates a plain object from an Entry message. Also converts values to other types if specified.
             * @param message Entry
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: logdog.BatchRequest.Entry, options?: $protobuf.IConversionOptions): { [k: string]: any };

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

                /** Entry registerStream */
                registerStream?: (logdog.RegisterStreamRequest.$Properties|null);

                /** Entry loadStream */
                loadStream?: (logdog.LoadStreamRequest.$Properties|null);

                /** Entry terminateStream */
                terminateStream?: (logdog.TerminateStreamRequest.$Properties|null);

                /** Entry archiveStream */
                archiveStream?: (logdog.ArchiveStreamRequest.$Properties|null);

                /** Entry value */
                value?: ("registerStream"|"loadStream"|"terminateStream"|"archiveStream");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an Entry. */
            type $Shape = {
              registerStream?: logdog.RegisterStreamRequest.$Shape|null;
              loadStream?: logdog.LoadStreamRequest.$Shape|null;
              terminateStream?: logdog.TerminateStreamRequest.$Shape|null;
              archiveStream?: logdog.ArchiveStreamRequest.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ value?: undefined; registerStream?: null; loadStream?: null; terminateStream?: null; archiveStream?: null }|{ value?: "registerStream"; registerStream: logdog.RegisterStreamRequest.$Shape; loadStream?: null; terminateStream?: null; archiveStream?: null }|{ value?: "loadStream"; registerStream?: null; loadStream: logdog.LoadStreamRequest.$Shape; terminateStream?: null; archiveStream?: null }|{ value?: "terminateStream"; registerStream?: null; loadStream?: null; terminateStream: logdog.TerminateStreamRequest.$Shape; archiveStream?: null }|{ value?: "archiveStream"; registerStream?: null; loadStream?: null; terminateStream?: null; archiveStream: logdog.ArchiveStreamRequest.$Shape })
            );
        }
    }

    /**
     * Properties of a BatchResponse.
     * @deprecated Use logdog.BatchResponse.$Properties instead.
     */
    interface IBatchResponse extends logdog.BatchResponse.$Properties {
    }

    /** Represents a BatchResponse. */
    class BatchResponse {

        /**
         * Constructs a new BatchResponse.
         * @param [properties] Properties to set
         */
        constructor(properties?: logdog.BatchResponse.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** BatchResponse resp. */
        resp: logdog.BatchResponse.Entry.$Properties[];

        /**
         * Creates a new BatchResponse instance using the specified properties.
         * @param [properties] Properties to set
         * @returns BatchResponse instance
         */
        static create(properties: logdog.BatchResponse.$Shape): logdog.BatchResponse & logdog.BatchResponse.$Shape;
        static create(properties?: logdog.BatchResponse.$Properties): logdog.BatchResponse;

        /**
         * Encodes the specified BatchResponse message. Does not implicitly {@link logdog.BatchResponse.verify|verify} messages.
         * @param message BatchResponse message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: logdog.BatchResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a BatchResponse message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {logdog.BatchResponse & logdog.BatchResponse.$Shape} BatchResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logdog.BatchResponse & logdog.BatchResponse.$Shape;

        /**
         * Verifies a BatchResponse message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a BatchResponse message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns BatchResponse
         */
        static fromObject(object: { [k: string]: any }): logdog.BatchResponse;

        /**
         * Creates a plain object from a BatchResponse message. Also converts values to other types if specified.
         * @param message BatchResponse
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: logdog.BatchResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this BatchResponse to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for BatchResponse
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace BatchResponse {

        /** Properties of a BatchResponse. */
        interface $Properties {

            /** BatchResponse resp */
            resp?: (logdog.BatchResponse.Entry.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a BatchResponse. */
        type $Shape = {
          resp?: logdog.BatchResponse.Entry.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of an Entry.
         * @deprecated Use logdog.BatchResponse.Entry.$Properties instead.
         */
        interface IEntry extends logdog.BatchResponse.Entry.$Properties {
        }

        /** Represents an Entry. */
        class Entry {

            /**
             * Constructs a new Entry.
             * @param [properties] Properties to set
             */
            constructor(properties?: logdog.BatchResponse.Entry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Entry index. */
            index: number;

            /** Entry err. */
            err?: (logdog.Error.$Properties|null);

            /** Entry registerStream. */
            registerStream?: (logdog.RegisterStreamResponse.$Properties|null);

            /** Entry loadStream. */
            loadStream?: (logdog.LoadStreamResponse.$Properties|null);

            /** Entry value. */
            value?: ("err"|"registerStream"|"loadStream");

            /**
             * Creates a new Entry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Entry instance
             */
            static create(properties: logdog.BatchResponse.Entry.$Shape): logdog.BatchResponse.Entry & logdog.BatchResponse.Entry.$Shape;
            static create(properties?: logdog.BatchResponse.Entry.$Properties): logdog.BatchResponse.Entry;

            /**
             * Encodes the specified Entry message. Does not implicitly {@link logdog.BatchResponse.Entry.verify|verify} messages.
             * @param message Entry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: logdog.BatchResponse.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Entry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {logdog.BatchResponse.Entry & logdog.BatchResponse.Entry.$Shape} Entry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): logdog.BatchResponse.Entry & logdog.BatchResponse.Entry.$Shape;

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
            static fromObject(object: { [k: string]: any }): logdog.BatchResponse.Entry;

            /**
             * Creates a plain object from an Entry message. Also converts values to other types if specified.
             * @param message Entry
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: logdog.BatchResponse.Entry, options?: $protobuf.IConversionOptions): { [k: string]: any };

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
                index?: (number|null);

                /** Entry err */
                err?: (logdog.Error.$Properties|null);

                /** Entry registerStream */
                registerStream?: (logdog.RegisterStreamResponse.$Properties|null);

                /** Entry loadStream */
                loadStream?: (logdog.LoadStreamResponse.$Properties|null);

                /** Entry value */
                value?: ("err"|"registerStream"|"loadStream");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an Entry. */
            type $Shape = {
              index?: number|null;
              err?: logdog.Error.$Shape|null;
              registerStream?: logdog.RegisterStreamResponse.$Shape|null;
              loadStream?: logdog.LoadStreamResponse.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ value?: undefined; err?: null; registerStream?: null; loadStream?: null }|{ value?: "err"; err: logdog.Error.$Shape; registerStream?: null; loadStream?: null }|{ value?: "registerStream"; err?: null; registerStream: logdog.RegisterStreamResponse.$Shape; loadStream?: null }|{ value?: "loadStream"; err?: null; registerStream?: null; loadStream: logdog.LoadStreamResponse.$Shape })
            );
        }
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
    }
}
