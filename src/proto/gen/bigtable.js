/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
"use strict";

var $protobuf = require("protobufjs/minimal");

// Common aliases
var $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
var $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $Array = $util.global.Array, $TypeError = $util.global.TypeError, $String = $util.global.String, $Boolean = $util.global.Boolean, $Number = $util.global.Number, $parseInt = $util.global.parseInt, $BigInt = $util.global.BigInt;

// Exported root namespace
var $root = $protobuf.roots["bigtable"] || ($protobuf.roots["bigtable"] = {});

$root.google = (function() {

    /**
     * Namespace google.
     * @exports google
     * @namespace
     */
    var google = {};

    google.bigtable = (function() {

        /**
         * Namespace bigtable.
         * @memberof google
         * @namespace
         */
        var bigtable = {};

        bigtable.v2 = (function() {

            /**
             * Namespace v2.
             * @memberof google.bigtable
             * @namespace
             */
            var v2 = {};

            v2.CheckAndMutateRowRequest = (function() {

                /**
                 * Properties of a CheckAndMutateRowRequest.
                 * @typedef {Object} google.bigtable.v2.CheckAndMutateRowRequest.$Properties
                 * @property {string|null} [tableName] CheckAndMutateRowRequest tableName
                 * @property {Uint8Array|null} [rowKey] CheckAndMutateRowRequest rowKey
                 * @property {Array.<google.bigtable.v2.Mutation.$Properties>|null} [falseMutations] CheckAndMutateRowRequest falseMutations
                 * @property {google.bigtable.v2.RowFilter.$Properties|null} [predicateFilter] CheckAndMutateRowRequest predicateFilter
                 * @property {string|null} [appProfileId] CheckAndMutateRowRequest appProfileId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a CheckAndMutateRowRequest.
                 * @memberof google.bigtable.v2
                 * @interface ICheckAndMutateRowRequest
                 * @augments google.bigtable.v2.CheckAndMutateRowRequest.$Properties
                 * @deprecated Use google.bigtable.v2.CheckAndMutateRowRequest.$Properties instead.
                 */

                /**
                 * Shape of a CheckAndMutateRowRequest.
                 * @typedef {{
                 *   tableName?: string|null;
                 *   rowKey?: Uint8Array|null;
                 *   falseMutations?: Array.<google.bigtable.v2.Mutation.$Shape>|null;
                 *   predicateFilter?: google.bigtable.v2.RowFilter.$Shape|null;
                 *   appProfileId?: string|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * }} google.bigtable.v2.CheckAndMutateRowRequest.$Shape
                 */

                /**
                 * Constructs a new CheckAndMutateRowRequest.
                 * @memberof google.bigtable.v2
                 * @classdesc Represents a CheckAndMutateRowRequest.
                 * @constructor
                 * @param {google.bigtable.v2.CheckAndMutateRowRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                var CheckAndMutateRowRequest = function (properties) {
                    this.falseMutations = [];
                    if (properties)
                        for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * CheckAndMutateRowRequest tableName.
                 * @member {string} tableName
                 * @memberof google.bigtable.v2.CheckAndMutateRowRequest
                 * @instance
                 */
                CheckAndMutateRowRequest.prototype.tableName = "";

                /**
                 * CheckAndMutateRowRequest rowKey.
                 * @member {Uint8Array} rowKey
                 * @memberof google.bigtable.v2.CheckAndMutateRowRequest
                 * @instance
                 */
                CheckAndMutateRowRequest.prototype.rowKey = $util.newBuffer([]);

                /**
                 * CheckAndMutateRowRequest falseMutations.
                 * @member {Array.<google.bigtable.v2.Mutation.$Properties>} falseMutations
                 * @memberof google.bigtable.v2.CheckAndMutateRowRequest
                 * @instance
                 */
                CheckAndMutateRowRequest.prototype.falseMutations = $util.emptyArray;

                /**
                 * CheckAndMutateRowRequest predicateFilter.
                 * @member {google.bigtable.v2.RowFilter.$Properties|null|undefined} predicateFilter
                 * @memberof google.bigtable.v2.CheckAndMutateRowRequest
                 * @instance
                 */
                CheckAndMutateRowRequest.prototype.predicateFilter = null;

                /**
                 * CheckAndMutateRowRequest appProfileId.
                 * @member {string} appProfileId
                 * @memberof google.bigtable.v2.CheckAndMutateRowRequest
                 * @instance
                 */
                CheckAndMutateRowRequest.prototype.appProfileId = "";

                /**
                 * Creates a new CheckAndMutateRowRequest instance using the specified properties.
                 * @function create
                 * @memberof google.bigtable.v2.CheckAndMutateRowRequest
                 * @static
                 * @param {google.bigtable.v2.CheckAndMutateRowRequest.$Properties=} [properties] Properties to set
                 * @returns {google.bigtable.v2.CheckAndMutateRowRequest} CheckAndMutateRowRequest instance
                 * @type {{
                 *   (properties: google.bigtable.v2.CheckAndMutateRowRequest.$Shape): google.bigtable.v2.CheckAndMutateRowRequest & google.bigtable.v2.CheckAndMutateRowRequest.$Shape;
                 *   (properties?: google.bigtable.v2.CheckAndMutateRowRequest.$Properties): google.bigtable.v2.CheckAndMutateRowRequest;
                 * }}
                 */
                CheckAndMutateRowRequest.create = function(properties) {
                    return new CheckAndMutateRowRequest(properties);
                };

                /**
                 * Encodes the specified CheckAndMutateRowRequest message. Does not implicitly {@link google.bigtable.v2.CheckAndMutateRowRequest.verify|verify} messages.
                 * @function encode
                 * @memberof google.bigtable.v2.CheckAndMutateRowRequest
                 * @static
                 * @param {google.bigtable.v2.CheckAndMutateRowRequest.$Properties} message CheckAndMutateRowRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                CheckAndMutateRowRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.tableName != null && $Object.hasOwnProperty.call(message, "tableName") && message.tableName !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.tableName);
                    if (message.rowKey != null && $Object.hasOwnProperty.call(message, "rowKey") && message.rowKey.length)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.rowKey);
                    if (message.falseMutations != null && message.falseMutations.length)
                        for (var i = 0; i < message.falseMutations.length; ++i)
                            $root.google.bigtable.v2.Mutation.encode(message.falseMutations[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.predicateFilter != null && $Object.hasOwnProperty.call(message, "predicateFilter"))
                        $root.google.bigtable.v2.RowFilter.encode(message.predicateFilter, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                    if (message.appProfileId != null && $Object.hasOwnProperty.call(message, "appProfileId") && message.appProfileId !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.appProfileId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (var i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a CheckAndMutateRowRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof google.bigtable.v2.CheckAndMutateRowRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.CheckAndMutateRowRequest & google.bigtable.v2.CheckAndMutateRowRequest.$Shape} CheckAndMutateRowRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                CheckAndMutateRowRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    var end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.google.bigtable.v2.CheckAndMutateRowRequest();
                    while (reader.pos < end) {
                        var start = reader.pos;
                        var tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        var wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.tableName = value;
                                else
                                    delete message.tableName;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.rowKey = value;
                                else
                                    delete message.rowKey;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.falseMutations && message.falseMutations.length))
                                    message.falseMutations = [];
                                message.falseMutations.push($root.google.bigtable.v2.Mutation.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.predicateFilter = $root.google.bigtable.v2.RowFilter.decode(reader, reader.size(), $undefined, _depth + 1, message.predicateFilter);
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.appProfileId = value;
                                else
                                    delete message.appProfileId;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a CheckAndMutateRowRequest message.
                 * @function verify
                 * @memberof google.bigtable.v2.CheckAndMutateRowRequest
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                CheckAndMutateRowRequest.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.tableName != null && $Object.hasOwnProperty.call(message, "tableName"))
                        if (!$util.isString(message.tableName))
                            return "tableName: string expected";
                    if (message.rowKey != null && $Object.hasOwnProperty.call(message, "rowKey"))
                        if (!(message.rowKey && typeof message.rowKey.length === "number" || $util.isString(message.rowKey)))
                            return "rowKey: buffer expected";
                    if (message.falseMutations != null && $Object.hasOwnProperty.call(message, "falseMutations")) {
                        if (!$Array.isArray(message.falseMutations))
                            return "falseMutations: array expected";
                        for (var i = 0; i < message.falseMutations.length; ++i) {
                            var error = $root.google.bigtable.v2.Mutation.verify(message.falseMutations[i], _depth + 1);
                            if (error)
                                return "falseMutations." + error;
                        }
                    }
                    if (message.predicateFilter != null && $Object.hasOwnProperty.call(message, "predicateFilter")) {
                        var error = $root.google.bigtable.v2.RowFilter.verify(message.predicateFilter, _depth + 1);
                        if (error)
                            return "predicateFilter." + error;
                    }
                    if (message.appProfileId != null && $Object.hasOwnProperty.call(message, "appProfileId"))
                        if (!$util.isString(message.appProfileId))
                            return "appProfileId: string expected";
                    return null;
                };

                /**
                 * Creates a CheckAndMutateRowRequest message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof google.bigtable.v2.CheckAndMutateRowRequest
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {google.bigtable.v2.CheckAndMutateRowRequest} CheckAndMutateRowRequest
                 */
                CheckAndMutateRowRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.google.bigtable.v2.CheckAndMutateRowRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".google.bigtable.v2.CheckAndMutateRowRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var message = new $root.google.bigtable.v2.CheckAndMutateRowRequest();
                    if (object.tableName != null)
                        if (typeof object.tableName !== "string" || object.tableName.length)
                            message.tableName = $String(object.tableName);
                    if (object.rowKey != null)
                        if (object.rowKey.length)
                            if (typeof object.rowKey === "string")
                                $util.base64.decode(object.rowKey, message.rowKey = $util.newBuffer($util.base64.length(object.rowKey)), 0);
                            else if (object.rowKey.length >= 0)
                                message.rowKey = object.rowKey;
                    if (object.falseMutations) {
                        if (!$Array.isArray(object.falseMutations))
                            throw $TypeError(".google.bigtable.v2.CheckAndMutateRowRequest.falseMutations: array expected");
                        message.falseMutations = $Array(object.falseMutations.length);
                        for (var i = 0; i < object.falseMutations.length; ++i) {
                            if (!$util.isObject(object.falseMutations[i]))
                                throw $TypeError(".google.bigtable.v2.CheckAndMutateRowRequest.falseMutations: object expected");
                            message.falseMutations[i] = $root.google.bigtable.v2.Mutation.fromObject(object.falseMutations[i], _depth + 1);
                        }
                    }
                    if (object.predicateFilter != null) {
                        if (!$util.isObject(object.predicateFilter))
                            throw $TypeError(".google.bigtable.v2.CheckAndMutateRowRequest.predicateFilter: object expected");
                        message.predicateFilter = $root.google.bigtable.v2.RowFilter.fromObject(object.predicateFilter, _depth + 1);
                    }
                    if (object.appProfileId != null)
                        if (typeof object.appProfileId !== "string" || object.appProfileId.length)
                            message.appProfileId = $String(object.appProfileId);
                    return message;
                };

                /**
                 * Creates a plain object from a CheckAndMutateRowRequest message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof google.bigtable.v2.CheckAndMutateRowRequest
                 * @static
                 * @param {google.bigtable.v2.CheckAndMutateRowRequest} message CheckAndMutateRowRequest
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                CheckAndMutateRowRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var object = {};
                    if (options.arrays || options.defaults)
                        object.falseMutations = [];
                    if (options.defaults) {
                        object.tableName = "";
                        if (options.bytes === $String)
                            object.rowKey = "";
                        else {
                            object.rowKey = [];
                            if (options.bytes !== $Array)
                                object.rowKey = $util.newBuffer(object.rowKey);
                        }
                        object.predicateFilter = null;
                        object.appProfileId = "";
                    }
                    if (message.tableName != null && $Object.hasOwnProperty.call(message, "tableName"))
                        object.tableName = message.tableName;
                    if (message.rowKey != null && $Object.hasOwnProperty.call(message, "rowKey"))
                        object.rowKey = options.bytes === $String ? $util.base64.encode(message.rowKey, 0, message.rowKey.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.rowKey) : message.rowKey;
                    if (message.falseMutations && message.falseMutations.length) {
                        object.falseMutations = $Array(message.falseMutations.length);
                        for (var j = 0; j < message.falseMutations.length; ++j)
                            object.falseMutations[j] = $root.google.bigtable.v2.Mutation.toObject(message.falseMutations[j], options, _depth + 1);
                    }
                    if (message.predicateFilter != null && $Object.hasOwnProperty.call(message, "predicateFilter"))
                        object.predicateFilter = $root.google.bigtable.v2.RowFilter.toObject(message.predicateFilter, options, _depth + 1);
                    if (message.appProfileId != null && $Object.hasOwnProperty.call(message, "appProfileId"))
                        object.appProfileId = message.appProfileId;
                    return object;
                };

                /**
                 * Converts this CheckAndMutateRowRequest to JSON.
                 * @function toJSON
                 * @memberof google.bigtable.v2.CheckAndMutateRowRequest
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                CheckAndMutateRowRequest.prototype.toJSON = function() {
                    return CheckAndMutateRowRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                /**
                 * Gets the type url for CheckAndMutateRowRequest
                 * @function getTypeUrl
                 * @memberof google.bigtable.v2.CheckAndMutateRowRequest
                 * @static
                 * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns {string} The type url
                 */
                CheckAndMutateRowRequest.getTypeUrl = function(prefix) {
                    if (prefix === $undefined)
                        prefix = "type.googleapis.com";
                    return prefix + "/google.bigtable.v2.CheckAndMutateRowRequest";
                };

                return CheckAndMutateRowRequest;
            })();

            v2.CheckAndMutateRowResponse = (function() {

                /**
                 * Properties of a CheckAndMutateRowResponse.
                 * @typedef {Object} google.bigtable.v2.CheckAndMutateRowResponse.$Properties
                 * @property {boolean|null} [predicateMatched] CheckAndMutateRowResponse predicateMatched
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a CheckAndMutateRowResponse.
                 * @memberof google.bigtable.v2
                 * @interface ICheckAndMutateRowResponse
                 * @augments google.bigtable.v2.CheckAndMutateRowResponse.$Properties
                 * @deprecated Use google.bigtable.v2.CheckAndMutateRowResponse.$Properties instead.
                 */

                /**
                 * Shape of a CheckAndMutateRowResponse.
                 * @typedef {google.bigtable.v2.CheckAndMutateRowResponse.$Properties} google.bigtable.v2.CheckAndMutateRowResponse.$Shape
                 */

                /**
                 * Constructs a new CheckAndMutateRowResponse.
                 * @memberof google.bigtable.v2
                 * @classdesc Represents a CheckAndMutateRowResponse.
                 * @constructor
                 * @param {google.bigtable.v2.CheckAndMutateRowResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                var CheckAndMutateRowResponse = function (properties) {
                    if (properties)
                        for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * CheckAndMutateRowResponse predicateMatched.
                 * @member {boolean} predicateMatched
                 * @memberof google.bigtable.v2.CheckAndMutateRowResponse
                 * @instance
                 */
                CheckAndMutateRowResponse.prototype.predicateMatched = false;

                /**
                 * Creates a new CheckAndMutateRowResponse instance using the specified properties.
                 * @function create
                 * @memberof google.bigtable.v2.CheckAndMutateRowResponse
                 * @static
                 * @param {google.bigtable.v2.CheckAndMutateRowResponse.$Properties=} [properties] Properties to set
                 * @returns {google.bigtable.v2.CheckAndMutateRowResponse} CheckAndMutateRowResponse instance
                 * @type {{
                 *   (properties: google.bigtable.v2.CheckAndMutateRowResponse.$Shape): google.bigtable.v2.CheckAndMutateRowResponse & google.bigtable.v2.CheckAndMutateRowResponse.$Shape;
                 *   (properties?: google.bigtable.v2.CheckAndMutateRowResponse.$Properties): google.bigtable.v2.CheckAndMutateRowResponse;
                 * }}
                 */
                CheckAndMutateRowResponse.create = function(properties) {
                    return new CheckAndMutateRowResponse(properties);
                };

                /**
                 * Encodes the specified CheckAndMutateRowResponse message. Does not implicitly {@link google.bigtable.v2.CheckAndMutateRowResponse.verify|verify} messages.
                 * @function encode
                 * @memberof google.bigtable.v2.CheckAndMutateRowResponse
                 * @static
                 * @param {google.bigtable.v2.CheckAndMutateRowResponse.$Properties} message CheckAndMutateRowResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                CheckAndMutateRowResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.predicateMatched != null && $Object.hasOwnProperty.call(message, "predicateMatched") && message.predicateMatched !== false)
                        writer.uint32(/* id 1, wireType 0 =*/8).bool(message.predicateMatched);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (var i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a CheckAndMutateRowResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof google.bigtable.v2.CheckAndMutateRowResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.CheckAndMutateRowResponse & google.bigtable.v2.CheckAndMutateRowResponse.$Shape} CheckAndMutateRowResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                CheckAndMutateRowResponse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    var end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.google.bigtable.v2.CheckAndMutateRowResponse();
                    while (reader.pos < end) {
                        var start = reader.pos;
                        var tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        var wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.predicateMatched = value;
                                else
                                    delete message.predicateMatched;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a CheckAndMutateRowResponse message.
                 * @function verify
                 * @memberof google.bigtable.v2.CheckAndMutateRowResponse
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                CheckAndMutateRowResponse.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.predicateMatched != null && $Object.hasOwnProperty.call(message, "predicateMatched"))
                        if (typeof message.predicateMatched !== "boolean")
                            return "predicateMatched: boolean expected";
                    return null;
                };

                /**
                 * Creates a CheckAndMutateRowResponse message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof google.bigtable.v2.CheckAndMutateRowResponse
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {google.bigtable.v2.CheckAndMutateRowResponse} CheckAndMutateRowResponse
                 */
                CheckAndMutateRowResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.google.bigtable.v2.CheckAndMutateRowResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".google.bigtable.v2.CheckAndMutateRowResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var message = new $root.google.bigtable.v2.CheckAndMutateRowResponse();
                    if (object.predicateMatched != null)
                        if (object.predicateMatched)
                            message.predicateMatched = $Boolean(object.predicateMatched);
                    return message;
                };

                /**
                 * Creates a plain object from a CheckAndMutateRowResponse message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof google.bigtable.v2.CheckAndMutateRowResponse
                 * @static
                 * @param {google.bigtable.v2.CheckAndMutateRowResponse} message CheckAndMutateRowResponse
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                CheckAndMutateRowResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var object = {};
                    if (options.defaults)
                        object.predicateMatched = false;
                    if (message.predicateMatched != null && $Object.hasOwnProperty.call(message, "predicateMatched"))
                        object.predicateMatched = message.predicateMatched;
                    return object;
                };

                /**
                 * Converts this CheckAndMutateRowResponse to JSON.
                 * @function toJSON
                 * @memberof google.bigtable.v2.CheckAndMutateRowResponse
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                CheckAndMutateRowResponse.prototype.toJSON = function() {
                    return CheckAndMutateRowResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                /**
                 * Gets the type url for CheckAndMutateRowResponse
                 * @function getTypeUrl
                 * @memberof google.bigtable.v2.CheckAndMutateRowResponse
                 * @static
                 * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns {string} The type url
                 */
                CheckAndMutateRowResponse.getTypeUrl = function(prefix) {
                    if (prefix === $undefined)
                        prefix = "type.googleapis.com";
                    return prefix + "/google.bigtable.v2.CheckAndMutateRowResponse";
                };

                return CheckAndMutateRowResponse;
            })();

            v2.MutateRowsRequest = (function() {

                /**
                 * Properties of a MutateRowsRequest.
                 * @typedef {Object} google.bigtable.v2.MutateRowsRequest.$Properties
                 * @property {string|null} [tableName] MutateRowsRequest tableName
                 * @property {Array.<google.bigtable.v2.MutateRowsRequest.Entry.$Properties>|null} [entries] MutateRowsRequest entries
                 * @property {string|null} [appProfileId] MutateRowsRequest appProfileId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MutateRowsRequest.
                 * @memberof google.bigtable.v2
                 * @interface IMutateRowsRequest
                 * @augments google.bigtable.v2.MutateRowsRequest.$Properties
                 * @deprecated Use google.bigtable.v2.MutateRowsRequest.$Properties instead.
                 */

                /**
                 * Shape of a MutateRowsRequest.
                 * @typedef {{
                 *   tableName?: string|null;
                 *   entries?: Array.<google.bigtable.v2.MutateRowsRequest.Entry.$Shape>|null;
                 *   appProfileId?: string|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * }} google.bigtable.v2.MutateRowsRequest.$Shape
                 */

                /**
                 * Constructs a new MutateRowsRequest.
                 * @memberof google.bigtable.v2
                 * @classdesc Represents a MutateRowsRequest.
                 * @constructor
                 * @param {google.bigtable.v2.MutateRowsRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                var MutateRowsRequest = function (properties) {
                    this.entries = [];
                    if (properties)
                        for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MutateRowsRequest tableName.
                 * @member {string} tableName
                 * @memberof google.bigtable.v2.MutateRowsRequest
                 * @instance
                 */
                MutateRowsRequest.prototype.tableName = "";

                /**
                 * MutateRowsRequest entries.
                 * @member {Array.<google.bigtable.v2.MutateRowsRequest.Entry.$Properties>} entries
                 * @memberof google.bigtable.v2.MutateRowsRequest
                 * @instance
                 */
                MutateRowsRequest.prototype.entries = $util.emptyArray;

                /**
                 * MutateRowsRequest appProfileId.
                 * @member {string} appProfileId
                 * @memberof google.bigtable.v2.MutateRowsRequest
                 * @instance
                 */
                MutateRowsRequest.prototype.appProfileId = "";

                /**
                 * Creates a new MutateRowsRequest instance using the specified properties.
                 * @function create
                 * @memberof google.bigtable.v2.MutateRowsRequest
                 * @static
                 * @param {google.bigtable.v2.MutateRowsRequest.$Properties=} [properties] Properties to set
                 * @returns {google.bigtable.v2.MutateRowsRequest} MutateRowsRequest instance
                 * @type {{
                 *   (properties: google.bigtable.v2.MutateRowsRequest.$Shape): google.bigtable.v2.MutateRowsRequest & google.bigtable.v2.MutateRowsRequest.$Shape;
                 *   (properties?: google.bigtable.v2.MutateRowsRequest.$Properties): google.bigtable.v2.MutateRowsRequest;
                 * }}
                 */
                MutateRowsRequest.create = function(properties) {
                    return new MutateRowsRequest(properties);
                };

                /**
                 * Encodes the specified MutateRowsRequest message. Does not implicitly {@link google.bigtable.v2.MutateRowsRequest.verify|verify} messages.
                 * @function encode
                 * @memberof google.bigtable.v2.MutateRowsRequest
                 * @static
                 * @param {google.bigtable.v2.MutateRowsRequest.$Properties} message MutateRowsRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MutateRowsRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.tableName != null && $Object.hasOwnProperty.call(message, "tableName") && message.tableName !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.tableName);
                    if (message.entries != null && message.entries.length)
                        for (var i = 0; i < message.entries.length; ++i)
                            $root.google.bigtable.v2.MutateRowsRequest.Entry.encode(message.entries[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.appProfileId != null && $Object.hasOwnProperty.call(message, "appProfileId") && message.appProfileId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.appProfileId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (var i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MutateRowsRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof google.bigtable.v2.MutateRowsRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.MutateRowsRequest & google.bigtable.v2.MutateRowsRequest.$Shape} MutateRowsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MutateRowsRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    var end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.google.bigtable.v2.MutateRowsRequest();
                    while (reader.pos < end) {
                        var start = reader.pos;
                        var tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        var wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.tableName = value;
                                else
                                    delete message.tableName;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.entries && message.entries.length))
                                    message.entries = [];
                                message.entries.push($root.google.bigtable.v2.MutateRowsRequest.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.appProfileId = value;
                                else
                                    delete message.appProfileId;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a MutateRowsRequest message.
                 * @function verify
                 * @memberof google.bigtable.v2.MutateRowsRequest
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                MutateRowsRequest.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.tableName != null && $Object.hasOwnProperty.call(message, "tableName"))
                        if (!$util.isString(message.tableName))
                            return "tableName: string expected";
                    if (message.entries != null && $Object.hasOwnProperty.call(message, "entries")) {
                        if (!$Array.isArray(message.entries))
                            return "entries: array expected";
                        for (var i = 0; i < message.entries.length; ++i) {
                            var error = $root.google.bigtable.v2.MutateRowsRequest.Entry.verify(message.entries[i], _depth + 1);
                            if (error)
                                return "entries." + error;
                        }
                    }
                    if (message.appProfileId != null && $Object.hasOwnProperty.call(message, "appProfileId"))
                        if (!$util.isString(message.appProfileId))
                            return "appProfileId: string expected";
                    return null;
                };

                /**
                 * Creates a MutateRowsRequest message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof google.bigtable.v2.MutateRowsRequest
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {google.bigtable.v2.MutateRowsRequest} MutateRowsRequest
                 */
                MutateRowsRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.google.bigtable.v2.MutateRowsRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".google.bigtable.v2.MutateRowsRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var message = new $root.google.bigtable.v2.MutateRowsRequest();
                    if (object.tableName != null)
                        if (typeof object.tableName !== "string" || object.tableName.length)
                            message.tableName = $String(object.tableName);
                    if (object.entries) {
                        if (!$Array.isArray(object.entries))
                            throw $TypeError(".google.bigtable.v2.MutateRowsRequest.entries: array expected");
                        message.entries = $Array(object.entries.length);
                        for (var i = 0; i < object.entries.length; ++i) {
                            if (!$util.isObject(object.entries[i]))
                                throw $TypeError(".google.bigtable.v2.MutateRowsRequest.entries: object expected");
                            message.entries[i] = $root.google.bigtable.v2.MutateRowsRequest.Entry.fromObject(object.entries[i], _depth + 1);
                        }
                    }
                    if (object.appProfileId != null)
                        if (typeof object.appProfileId !== "string" || object.appProfileId.length)
                            message.appProfileId = $String(object.appProfileId);
                    return message;
                };

                /**
                 * Creates a plain object from a MutateRowsRequest message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof google.bigtable.v2.MutateRowsRequest
                 * @static
                 * @param {google.bigtable.v2.MutateRowsRequest} message MutateRowsRequest
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                MutateRowsRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var object = {};
                    if (options.arrays || options.defaults)
                        object.entries = [];
                    if (options.defaults) {
                        object.tableName = "";
                        object.appProfileId = "";
                    }
                    if (message.tableName != null && $Object.hasOwnProperty.call(message, "tableName"))
                        object.tableName = message.tableName;
                    if (message.entries && message.entries.length) {
                        object.entries = $Array(message.entries.length);
                        for (var j = 0; j < message.entries.length; ++j)
                            object.entries[j] = $root.google.bigtable.v2.MutateRowsRequest.Entry.toObject(message.entries[j], options, _depth + 1);
                    }
                    if (message.appProfileId != null && $Object.hasOwnProperty.call(message, "appProfileId"))
                        object.appProfileId = message.appProfileId;
                    return object;
                };

                /**
                 * Converts this MutateRowsRequest to JSON.
                 * @function toJSON
                 * @memberof google.bigtable.v2.MutateRowsRequest
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                MutateRowsRequest.prototype.toJSON = function() {
                    return MutateRowsRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                /**
                 * Gets the type url for MutateRowsRequest
                 * @function getTypeUrl
                 * @memberof google.bigtable.v2.MutateRowsRequest
                 * @static
                 * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns {string} The type url
                 */
                MutateRowsRequest.getTypeUrl = function(prefix) {
                    if (prefix === $undefined)
                        prefix = "type.googleapis.com";
                    return prefix + "/google.bigtable.v2.MutateRowsRequest";
                };

                MutateRowsRequest.Entry = (function() {

                    /**
                     * Properties of an Entry.
                     * @typedef {Object} google.bigtable.v2.MutateRowsRequest.Entry.$Properties
                     * @property {Uint8Array|null} [rowKey] Entry rowKey
                     * @property {Array.<google.bigtable.v2.Mutation.$Properties>|null} [mutations] Entry mutations
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of an Entry.
                     * @memberof google.bigtable.v2.MutateRowsRequest
                     * @interface IEntry
                     * @augments google.bigtable.v2.MutateRowsRequest.Entry.$Properties
                     * @deprecated Use google.bigtable.v2.MutateRowsRequest.Entry.$Properties instead.
                     */

                    /**
                     * Shape of an Entry.
                     * @typedef {{
                     *   rowKey?: Uint8Array|null;
                     *   mutations?: Array.<google.bigtable.v2.Mutation.$Shape>|null;
                     *   $unknowns?: Array.<Uint8Array>;
                     * }} google.bigtable.v2.MutateRowsRequest.Entry.$Shape
                     */

                    /**
                     * Constructs a new Entry.
                     * @memberof google.bigtable.v2.MutateRowsRequest
                     * @classdesc Represents an Entry.
                     * @constructor
                     * @param {google.bigtable.v2.MutateRowsRequest.Entry.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    var Entry = function (properties) {
                        this.mutations = [];
                        if (properties)
                            for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Entry rowKey.
                     * @member {Uint8Array} rowKey
                     * @memberof google.bigtable.v2.MutateRowsRequest.Entry
                     * @instance
                     */
                    Entry.prototype.rowKey = $util.newBuffer([]);

                    /**
                     * Entry mutations.
                     * @member {Array.<google.bigtable.v2.Mutation.$Properties>} mutations
                     * @memberof google.bigtable.v2.MutateRowsRequest.Entry
                     * @instance
                     */
                    Entry.prototype.mutations = $util.emptyArray;

                    /**
                     * Creates a new Entry instance using the specified properties.
                     * @function create
                     * @memberof google.bigtable.v2.MutateRowsRequest.Entry
                     * @static
                     * @param {google.bigtable.v2.MutateRowsRequest.Entry.$Properties=} [properties] Properties to set
                     * @returns {google.bigtable.v2.MutateRowsRequest.Entry} Entry instance
                     * @type {{
                     *   (properties: google.bigtable.v2.MutateRowsRequest.Entry.$Shape): google.bigtable.v2.MutateRowsRequest.Entry & google.bigtable.v2.MutateRowsRequest.Entry.$Shape;
                     *   (properties?: google.bigtable.v2.MutateRowsRequest.Entry.$Properties): google.bigtable.v2.MutateRowsRequest.Entry;
                     * }}
                     */
                    Entry.create = function(properties) {
                        return new Entry(properties);
                    };

                    /**
                     * Encodes the specified Entry message. Does not implicitly {@link google.bigtable.v2.MutateRowsRequest.Entry.verify|verify} messages.
                     * @function encode
                     * @memberof google.bigtable.v2.MutateRowsRequest.Entry
                     * @static
                     * @param {google.bigtable.v2.MutateRowsRequest.Entry.$Properties} message Entry message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Entry.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.rowKey != null && $Object.hasOwnProperty.call(message, "rowKey") && message.rowKey.length)
                            writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.rowKey);
                        if (message.mutations != null && message.mutations.length)
                            for (var i = 0; i < message.mutations.length; ++i)
                                $root.google.bigtable.v2.Mutation.encode(message.mutations[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (var i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes an Entry message from the specified reader or buffer.
                     * @function decode
                     * @memberof google.bigtable.v2.MutateRowsRequest.Entry
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {google.bigtable.v2.MutateRowsRequest.Entry & google.bigtable.v2.MutateRowsRequest.Entry.$Shape} Entry
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Entry.decode = function (reader, length, _end, _depth, _target) {
                        if (!(reader instanceof $Reader))
                            reader = $Reader.create(reader);
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $Reader.recursionLimit)
                            throw $Error("max depth exceeded");
                        var end, message, value;
                        if (length === $undefined)
                            end = reader.len;
                        else {
                            end = reader.pos + length;
                            if (end > reader.len)
                                throw $RangeError("index out of range");
                            length = reader.len;
                            reader.len = end;
                        }
                        message = _target || new $root.google.bigtable.v2.MutateRowsRequest.Entry();
                        while (reader.pos < end) {
                            var start = reader.pos;
                            var tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            var wireType = tag & 7;
                            switch (tag >>>= 3) {
                            case 1: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.bytes()).length)
                                        message.rowKey = value;
                                    else
                                        delete message.rowKey;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.mutations && message.mutations.length))
                                        message.mutations = [];
                                    message.mutations.push($root.google.bigtable.v2.Mutation.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            }
                            reader.skipType(wireType, _depth, tag);
                            if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                        }
                        if (length !== $undefined) {
                            if (reader.pos !== end)
                                throw $RangeError("index out of range");
                            reader.len = length;
                        }
                        if (_end !== $undefined)
                            throw $Error("missing end group");
                        return message;
                    };

                    /**
                     * Verifies an Entry message.
                     * @function verify
                     * @memberof google.bigtable.v2.MutateRowsRequest.Entry
                     * @static
                     * @param {Object.<string,*>} message Plain object to verify
                     * @returns {string|null} `null` if valid, otherwise the reason why it is not
                     */
                    Entry.verify = function (message, _depth) {
                        if (typeof message !== "object" || message === null)
                            return "object expected";
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            return "max depth exceeded";
                        if (message.rowKey != null && $Object.hasOwnProperty.call(message, "rowKey"))
                            if (!(message.rowKey && typeof message.rowKey.length === "number" || $util.isString(message.rowKey)))
                                return "rowKey: buffer expected";
                        if (message.mutations != null && $Object.hasOwnProperty.call(message, "mutations")) {
                            if (!$Array.isArray(message.mutations))
                                return "mutations: array expected";
                            for (var i = 0; i < message.mutations.length; ++i) {
                                var error = $root.google.bigtable.v2.Mutation.verify(message.mutations[i], _depth + 1);
                                if (error)
                                    return "mutations." + error;
                            }
                        }
                        return null;
                    };

                    /**
                     * Creates an Entry message from a plain object. Also converts values to their respective internal types.
                     * @function fromObject
                     * @memberof google.bigtable.v2.MutateRowsRequest.Entry
                     * @static
                     * @param {Object.<string,*>} object Plain object
                     * @returns {google.bigtable.v2.MutateRowsRequest.Entry} Entry
                     */
                    Entry.fromObject = function (object, _depth) {
                        if (object instanceof $root.google.bigtable.v2.MutateRowsRequest.Entry)
                            return object;
                        if (!$util.isObject(object))
                            throw $TypeError(".google.bigtable.v2.MutateRowsRequest.Entry: object expected");
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        var message = new $root.google.bigtable.v2.MutateRowsRequest.Entry();
                        if (object.rowKey != null)
                            if (object.rowKey.length)
                                if (typeof object.rowKey === "string")
                                    $util.base64.decode(object.rowKey, message.rowKey = $util.newBuffer($util.base64.length(object.rowKey)), 0);
                                else if (object.rowKey.length >= 0)
                                    message.rowKey = object.rowKey;
                        if (object.mutations) {
                            if (!$Array.isArray(object.mutations))
                                throw $TypeError(".google.bigtable.v2.MutateRowsRequest.Entry.mutations: array expected");
                            message.mutations = $Array(object.mutations.length);
                            for (var i = 0; i < object.mutations.length; ++i) {
                                if (!$util.isObject(object.mutations[i]))
                                    throw $TypeError(".google.bigtable.v2.MutateRowsRequest.Entry.mutations: object expected");
                                message.mutations[i] = $root.google.bigtable.v2.Mutation.fromObject(object.mutations[i], _depth + 1);
                            }
                        }
                        return message;
                    };

                    /**
                     * Creates a plain object from an Entry message. Also converts values to other types if specified.
                     * @function toObject
                     * @memberof google.bigtable.v2.MutateRowsRequest.Entry
                     * @static
                     * @param {google.bigtable.v2.MutateRowsRequest.Entry} message Entry
                     * @param {$protobuf.IConversionOptions} [options] Conversion options
                     * @returns {Object.<string,*>} Plain object
                     */
                    Entry.toObject = function (message, options, _depth) {
                        if (!options)
                            options = {};
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        var object = {};
                        if (options.arrays || options.defaults)
                            object.mutations = [];
                        if (options.defaults)
                            if (options.bytes === $String)
                                object.rowKey = "";
                            else {
                                object.rowKey = [];
                                if (options.bytes !== $Array)
                                    object.rowKey = $util.newBuffer(object.rowKey);
                            }
                        if (message.rowKey != null && $Object.hasOwnProperty.call(message, "rowKey"))
                            object.rowKey = options.bytes === $String ? $util.base64.encode(message.rowKey, 0, message.rowKey.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.rowKey) : message.rowKey;
                        if (message.mutations && message.mutations.length) {
                            object.mutations = $Array(message.mutations.length);
                            for (var j = 0; j < message.mutations.length; ++j)
                                object.mutations[j] = $root.google.bigtable.v2.Mutation.toObject(message.mutations[j], options, _depth + 1);
                        }
                        return object;
                    };

                    /**
                     * Converts this Entry to JSON.
                     * @function toJSON
                     * @memberof google.bigtable.v2.MutateRowsRequest.Entry
                     * @instance
                     * @returns {Object.<string,*>} JSON object
                     */
                    Entry.prototype.toJSON = function() {
                        return Entry.toObject(this, $protobuf.util.toJSONOptions);
                    };

                    /**
                     * Gets the type url for Entry
                     * @function getTypeUrl
                     * @memberof google.bigtable.v2.MutateRowsRequest.Entry
                     * @static
                     * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns {string} The type url
                     */
                    Entry.getTypeUrl = function(prefix) {
                        if (prefix === $undefined)
                            prefix = "type.googleapis.com";
                        return prefix + "/google.bigtable.v2.MutateRowsRequest.Entry";
                    };

                    return Entry;
                })();

                return MutateRowsRequest;
            })();

            v2.MutateRowsResponse = (function() {

                /**
                 * Properties of a MutateRowsResponse.
                 * @typedef {Object} google.bigtable.v2.MutateRowsResponse.$Properties
                 * @property {Array.<google.bigtable.v2.MutateRowsResponse.Entry.$Properties>|null} [entries] MutateRowsResponse entries
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MutateRowsResponse.
                 * @memberof google.bigtable.v2
                 * @interface IMutateRowsResponse
                 * @augments google.bigtable.v2.MutateRowsResponse.$Properties
                 * @deprecated Use google.bigtable.v2.MutateRowsResponse.$Properties instead.
                 */

                /**
                 * Shape of a MutateRowsResponse.
                 * @typedef {google.bigtable.v2.MutateRowsResponse.$Properties} google.bigtable.v2.MutateRowsResponse.$Shape
                 */

                /**
                 * Constructs a new MutateRowsResponse.
                 * @memberof google.bigtable.v2
                 * @classdesc Represents a MutateRowsResponse.
                 * @constructor
                 * @param {google.bigtable.v2.MutateRowsResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                var MutateRowsResponse = function (properties) {
                    this.entries = [];
                    if (properties)
                        for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MutateRowsResponse entries.
                 * @member {Array.<google.bigtable.v2.MutateRowsResponse.Entry.$Properties>} entries
                 * @memberof google.bigtable.v2.MutateRowsResponse
                 * @instance
                 */
                MutateRowsResponse.prototype.entries = $util.emptyArray;

                /**
                 * Creates a new MutateRowsResponse instance using the specified properties.
                 * @function create
                 * @memberof google.bigtable.v2.MutateRowsResponse
                 * @static
                 * @param {google.bigtable.v2.MutateRowsResponse.$Properties=} [properties] Properties to set
                 * @returns {google.bigtable.v2.MutateRowsResponse} MutateRowsResponse instance
                 * @type {{
                 *   (properties: google.bigtable.v2.MutateRowsResponse.$Shape): google.bigtable.v2.MutateRowsResponse & google.bigtable.v2.MutateRowsResponse.$Shape;
                 *   (properties?: google.bigtable.v2.MutateRowsResponse.$Properties): google.bigtable.v2.MutateRowsResponse;
                 * }}
                 */
                MutateRowsResponse.create = function(properties) {
                    return new MutateRowsResponse(properties);
                };

                /**
                 * Encodes the specified MutateRowsResponse message. Does not implicitly {@link google.bigtable.v2.MutateRowsResponse.verify|verify} messages.
                 * @function encode
                 * @memberof google.bigtable.v2.MutateRowsResponse
                 * @static
                 * @param {google.bigtable.v2.MutateRowsResponse.$Properties} message MutateRowsResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MutateRowsResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.entries != null && message.entries.length)
                        for (var i = 0; i < message.entries.length; ++i)
                            $root.google.bigtable.v2.MutateRowsResponse.Entry.encode(message.entries[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (var i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MutateRowsResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof google.bigtable.v2.MutateRowsResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.MutateRowsResponse & google.bigtable.v2.MutateRowsResponse.$Shape} MutateRowsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MutateRowsResponse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    var end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.google.bigtable.v2.MutateRowsResponse();
                    while (reader.pos < end) {
                        var start = reader.pos;
                        var tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        var wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.entries && message.entries.length))
                                    message.entries = [];
                                message.entries.push($root.google.bigtable.v2.MutateRowsResponse.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a MutateRowsResponse message.
                 * @function verify
                 * @memberof google.bigtable.v2.MutateRowsResponse
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                MutateRowsResponse.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.entries != null && $Object.hasOwnProperty.call(message, "entries")) {
                        if (!$Array.isArray(message.entries))
                            return "entries: array expected";
                        for (var i = 0; i < message.entries.length; ++i) {
                            var error = $root.google.bigtable.v2.MutateRowsResponse.Entry.verify(message.entries[i], _depth + 1);
                            if (error)
                                return "entries." + error;
                        }
                    }
                    return null;
                };

                /**
                 * Creates a MutateRowsResponse message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof google.bigtable.v2.MutateRowsResponse
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {google.bigtable.v2.MutateRowsResponse} MutateRowsResponse
                 */
                MutateRowsResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.google.bigtable.v2.MutateRowsResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".google.bigtable.v2.MutateRowsResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var message = new $root.google.bigtable.v2.MutateRowsResponse();
                    if (object.entries) {
                        if (!$Array.isArray(object.entries))
                            throw $TypeError(".google.bigtable.v2.MutateRowsResponse.entries: array expected");
                        message.entries = $Array(object.entries.length);
                        for (var i = 0; i < object.entries.length; ++i) {
                            if (!$util.isObject(object.entries[i]))
                                throw $TypeError(".google.bigtable.v2.MutateRowsResponse.entries: object expected");
                            message.entries[i] = $root.google.bigtable.v2.MutateRowsResponse.Entry.fromObject(object.entries[i], _depth + 1);
                        }
                    }
                    return message;
                };

                /**
                 * Creates a plain object from a MutateRowsResponse message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof google.bigtable.v2.MutateRowsResponse
                 * @static
                 * @param {google.bigtable.v2.MutateRowsResponse} message MutateRowsResponse
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                MutateRowsResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var object = {};
                    if (options.arrays || options.defaults)
                        object.entries = [];
                    if (message.entries && message.entries.length) {
                        object.entries = $Array(message.entries.length);
                        for (var j = 0; j < message.entries.length; ++j)
                            object.entries[j] = $root.google.bigtable.v2.MutateRowsResponse.Entry.toObject(message.entries[j], options, _depth + 1);
                    }
                    return object;
                };

                /**
                 * Converts this MutateRowsResponse to JSON.
                 * @function toJSON
                 * @memberof google.bigtable.v2.MutateRowsResponse
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                MutateRowsResponse.prototype.toJSON = function() {
                    return MutateRowsResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                /**
                 * Gets the type url for MutateRowsResponse
                 * @function getTypeUrl
                 * @memberof google.bigtable.v2.MutateRowsResponse
                 * @static
                 * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns {string} The type url
                 */
                MutateRowsResponse.getTypeUrl = function(prefix) {
                    if (prefix === $undefined)
                        prefix = "type.googleapis.com";
                    return prefix + "/google.bigtable.v2.MutateRowsResponse";
                };

                MutateRowsResponse.Entry = (function() {

                    /**
                     * Properties of an Entry.
                     * @typedef {Object} google.bigtable.v2.MutateRowsResponse.Entry.$Properties
                     * @property {number|Long|null} [index] Entry index
                     * @property {google.bigtable.v2.Status.$Properties|null} [status] Entry status
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of an Entry.
                     * @memberof google.bigtable.v2.MutateRowsResponse
                     * @interface IEntry
                     * @augments google.bigtable.v2.MutateRowsResponse.Entry.$Properties
                     * @deprecated Use google.bigtable.v2.MutateRowsResponse.Entry.$Properties instead.
                     */

                    /**
                     * Shape of an Entry.
                     * @typedef {google.bigtable.v2.MutateRowsResponse.Entry.$Properties} google.bigtable.v2.MutateRowsResponse.Entry.$Shape
                     */

                    /**
                     * Constructs a new Entry.
                     * @memberof google.bigtable.v2.MutateRowsResponse
                     * @classdesc Represents an Entry.
                     * @constructor
                     * @param {google.bigtable.v2.MutateRowsResponse.Entry.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    var Entry = function (properties) {
                        if (properties)
                            for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Entry index.
                     * @member {number|Long} index
                     * @memberof google.bigtable.v2.MutateRowsResponse.Entry
                     * @instance
                     */
                    Entry.prototype.index = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                    /**
                     * Entry status.
                     * @member {google.bigtable.v2.Status.$Properties|null|undefined} status
                     * @memberof google.bigtable.v2.MutateRowsResponse.Entry
                     * @instance
                     */
                    Entry.prototype.status = null;

                    /**
                     * Creates a new Entry instance using the specified properties.
                     * @function create
                     * @memberof google.bigtable.v2.MutateRowsResponse.Entry
                     * @static
                     * @param {google.bigtable.v2.MutateRowsResponse.Entry.$Properties=} [properties] Properties to set
                     * @returns {google.bigtable.v2.MutateRowsResponse.Entry} Entry instance
                     * @type {{
                     *   (properties: google.bigtable.v2.MutateRowsResponse.Entry.$Shape): google.bigtable.v2.MutateRowsResponse.Entry & google.bigtable.v2.MutateRowsResponse.Entry.$Shape;
                     *   (properties?: google.bigtable.v2.MutateRowsResponse.Entry.$Properties): google.bigtable.v2.MutateRowsResponse.Entry;
                     * }}
                     */
                    Entry.create = function(properties) {
                        return new Entry(properties);
                    };

                    /**
                     * Encodes the specified Entry message. Does not implicitly {@link google.bigtable.v2.MutateRowsResponse.Entry.verify|verify} messages.
                     * @function encode
                     * @memberof google.bigtable.v2.MutateRowsResponse.Entry
                     * @static
                     * @param {google.bigtable.v2.MutateRowsResponse.Entry.$Properties} message Entry message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Entry.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).int64(message.index);
                        if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                            $root.google.bigtable.v2.Status.encode(message.status, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (var i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes an Entry message from the specified reader or buffer.
                     * @function decode
                     * @memberof google.bigtable.v2.MutateRowsResponse.Entry
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {google.bigtable.v2.MutateRowsResponse.Entry & google.bigtable.v2.MutateRowsResponse.Entry.$Shape} Entry
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Entry.decode = function (reader, length, _end, _depth, _target) {
                        if (!(reader instanceof $Reader))
                            reader = $Reader.create(reader);
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $Reader.recursionLimit)
                            throw $Error("max depth exceeded");
                        var end, message, value;
                        if (length === $undefined)
                            end = reader.len;
                        else {
                            end = reader.pos + length;
                            if (end > reader.len)
                                throw $RangeError("index out of range");
                            length = reader.len;
                            reader.len = end;
                        }
                        message = _target || new $root.google.bigtable.v2.MutateRowsResponse.Entry();
                        while (reader.pos < end) {
                            var start = reader.pos;
                            var tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            var wireType = tag & 7;
                            switch (tag >>>= 3) {
                            case 1: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                        message.index = value;
                                    else
                                        delete message.index;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    message.status = $root.google.bigtable.v2.Status.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
                                    continue;
                                }
                            }
                            reader.skipType(wireType, _depth, tag);
                            if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                        }
                        if (length !== $undefined) {
                            if (reader.pos !== end)
                                throw $RangeError("index out of range");
                            reader.len = length;
                        }
                        if (_end !== $undefined)
                            throw $Error("missing end group");
                        return message;
                    };

                    /**
                     * Verifies an Entry message.
                     * @function verify
                     * @memberof google.bigtable.v2.MutateRowsResponse.Entry
                     * @static
                     * @param {Object.<string,*>} message Plain object to verify
                     * @returns {string|null} `null` if valid, otherwise the reason why it is not
                     */
                    Entry.verify = function (message, _depth) {
                        if (typeof message !== "object" || message === null)
                            return "object expected";
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            return "max depth exceeded";
                        if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                            if (!$util.isInteger(message.index) && !(message.index && $util.isInteger(message.index.low) && $util.isInteger(message.index.high)))
                                return "index: integer|Long expected";
                        if (message.status != null && $Object.hasOwnProperty.call(message, "status")) {
                            var error = $root.google.bigtable.v2.Status.verify(message.status, _depth + 1);
                            if (error)
                                return "status." + error;
                        }
                        return null;
                    };

                    /**
                     * Creates an Entry message from a plain object. Also converts values to their respective internal types.
                     * @function fromObject
                     * @memberof google.bigtable.v2.MutateRowsResponse.Entry
                     * @static
                     * @param {Object.<string,*>} object Plain object
                     * @returns {google.bigtable.v2.MutateRowsResponse.Entry} Entry
                     */
                    Entry.fromObject = function (object, _depth) {
                        if (object instanceof $root.google.bigtable.v2.MutateRowsResponse.Entry)
                            return object;
                        if (!$util.isObject(object))
                            throw $TypeError(".google.bigtable.v2.MutateRowsResponse.Entry: object expected");
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        var message = new $root.google.bigtable.v2.MutateRowsResponse.Entry();
                        if (object.index != null)
                            if (typeof object.index === "object" ? object.index.low || object.index.high : $Number(object.index) !== 0)
                                if ($util.Long)
                                    message.index = $util.Long.fromValue(object.index, false);
                                else if (typeof object.index === "string")
                                    message.index = $parseInt(object.index, 10);
                                else if (typeof object.index === "number")
                                    message.index = object.index;
                                else if (typeof object.index === "object")
                                    message.index = new $util.LongBits(object.index.low >>> 0, object.index.high >>> 0).toNumber();
                        if (object.status != null) {
                            if (!$util.isObject(object.status))
                                throw $TypeError(".google.bigtable.v2.MutateRowsResponse.Entry.status: object expected");
                            message.status = $root.google.bigtable.v2.Status.fromObject(object.status, _depth + 1);
                        }
                        return message;
                    };

                    /**
                     * Creates a plain object from an Entry message. Also converts values to other types if specified.
                     * @function toObject
                     * @memberof google.bigtable.v2.MutateRowsResponse.Entry
                     * @static
                     * @param {google.bigtable.v2.MutateRowsResponse.Entry} message Entry
                     * @param {$protobuf.IConversionOptions} [options] Conversion options
                     * @returns {Object.<string,*>} Plain object
                     */
                    Entry.toObject = function (message, options, _depth) {
                        if (!options)
                            options = {};
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        var object = {};
                        if (options.defaults) {
                            if ($util.Long) {
                                var long = new $util.Long(0, 0, false);
                                object.index = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                            } else
                                object.index = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                            object.status = null;
                        }
                        if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                            if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                                object.index = typeof message.index === "number" ? $BigInt(message.index) : $util.Long.fromBits(message.index.low >>> 0, message.index.high >>> 0, false).toBigInt();
                            else if (typeof message.index === "number")
                                object.index = options.longs === $String ? $String(message.index) : message.index;
                            else
                                object.index = options.longs === $String ? $util.Long.prototype.toString.call(message.index) : options.longs === $Number ? new $util.LongBits(message.index.low >>> 0, message.index.high >>> 0).toNumber() : message.index;
                        if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                            object.status = $root.google.bigtable.v2.Status.toObject(message.status, options, _depth + 1);
                        return object;
                    };

                    /**
                     * Converts this Entry to JSON.
                     * @function toJSON
                     * @memberof google.bigtable.v2.MutateRowsResponse.Entry
                     * @instance
                     * @returns {Object.<string,*>} JSON object
                     */
                    Entry.prototype.toJSON = function() {
                        return Entry.toObject(this, $protobuf.util.toJSONOptions);
                    };

                    /**
                     * Gets the type url for Entry
                     * @function getTypeUrl
                     * @memberof google.bigtable.v2.MutateRowsResponse.Entry
                     * @static
                     * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns {string} The type url
                     */
                    Entry.getTypeUrl = function(prefix) {
                        if (prefix === $undefined)
                            prefix = "type.googleapis.com";
                        return prefix + "/google.bigtable.v2.MutateRowsResponse.Entry";
                    };

                    return Entry;
                })();

                return MutateRowsResponse;
            })();

            v2.Status = (function() {

                /**
                 * Properties of a Status.
                 * @typedef {Object} google.bigtable.v2.Status.$Properties
                 * @property {number|null} [code] Status code
                 * @property {string|null} [message] Status message
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Status.
                 * @memberof google.bigtable.v2
                 * @interface IStatus
                 * @augments google.bigtable.v2.Status.$Properties
                 * @deprecated Use google.bigtable.v2.Status.$Properties instead.
                 */

                /**
                 * Shape of a Status.
                 * @typedef {google.bigtable.v2.Status.$Properties} google.bigtable.v2.Status.$Shape
                 */

                /**
                 * Constructs a new Status.
                 * @memberof google.bigtable.v2
                 * @classdesc Represents a Status.
                 * @constructor
                 * @param {google.bigtable.v2.Status.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                var Status = function (properties) {
                    if (properties)
                        for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Status code.
                 * @member {number} code
                 * @memberof google.bigtable.v2.Status
                 * @instance
                 */
                Status.prototype.code = 0;

                /**
                 * Status message.
                 * @member {string} message
                 * @memberof google.bigtable.v2.Status
                 * @instance
                 */
                Status.prototype.message = "";

                /**
                 * Creates a new Status instance using the specified properties.
                 * @function create
                 * @memberof google.bigtable.v2.Status
                 * @static
                 * @param {google.bigtable.v2.Status.$Properties=} [properties] Properties to set
                 * @returns {google.bigtable.v2.Status} Status instance
                 * @type {{
                 *   (properties: google.bigtable.v2.Status.$Shape): google.bigtable.v2.Status & google.bigtable.v2.Status.$Shape;
                 *   (properties?: google.bigtable.v2.Status.$Properties): google.bigtable.v2.Status;
                 * }}
                 */
                Status.create = function(properties) {
                    return new Status(properties);
                };

                /**
                 * Encodes the specified Status message. Does not implicitly {@link google.bigtable.v2.Status.verify|verify} messages.
                 * @function encode
                 * @memberof google.bigtable.v2.Status
                 * @static
                 * @param {google.bigtable.v2.Status.$Properties} message Status message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Status.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.code);
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (var i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Status message from the specified reader or buffer.
                 * @function decode
                 * @memberof google.bigtable.v2.Status
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.Status & google.bigtable.v2.Status.$Shape} Status
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Status.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    var end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.google.bigtable.v2.Status();
                    while (reader.pos < end) {
                        var start = reader.pos;
                        var tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        var wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.message = value;
                                else
                                    delete message.message;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a Status message.
                 * @function verify
                 * @memberof google.bigtable.v2.Status
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                Status.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                        if (!$util.isInteger(message.code))
                            return "code: integer expected";
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                        if (!$util.isString(message.message))
                            return "message: string expected";
                    return null;
                };

                /**
                 * Creates a Status message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof google.bigtable.v2.Status
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {google.bigtable.v2.Status} Status
                 */
                Status.fromObject = function (object, _depth) {
                    if (object instanceof $root.google.bigtable.v2.Status)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".google.bigtable.v2.Status: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var message = new $root.google.bigtable.v2.Status();
                    if (object.code != null)
                        if ($Number(object.code) !== 0)
                            message.code = object.code | 0;
                    if (object.message != null)
                        if (typeof object.message !== "string" || object.message.length)
                            message.message = $String(object.message);
                    return message;
                };

                /**
                 * Creates a plain object from a Status message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof google.bigtable.v2.Status
                 * @static
                 * @param {google.bigtable.v2.Status} message Status
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Status.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var object = {};
                    if (options.defaults) {
                        object.code = 0;
                        object.message = "";
                    }
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                        object.code = message.code;
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                        object.message = message.message;
                    return object;
                };

                /**
                 * Converts this Status to JSON.
                 * @function toJSON
                 * @memberof google.bigtable.v2.Status
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Status.prototype.toJSON = function() {
                    return Status.toObject(this, $protobuf.util.toJSONOptions);
                };

                /**
                 * Gets the type url for Status
                 * @function getTypeUrl
                 * @memberof google.bigtable.v2.Status
                 * @static
                 * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns {string} The type url
                 */
                Status.getTypeUrl = function(prefix) {
                    if (prefix === $undefined)
                        prefix = "type.googleapis.com";
                    return prefix + "/google.bigtable.v2.Status";
                };

                return Status;
            })();

            v2.ReadRowsRequest = (function() {

                /**
                 * Properties of a ReadRowsRequest.
                 * @typedef {Object} google.bigtable.v2.ReadRowsRequest.$Properties
                 * @property {string|null} [tableName] ReadRowsRequest tableName
                 * @property {google.bigtable.v2.RowSet.$Properties|null} [rows] ReadRowsRequest rows
                 * @property {google.bigtable.v2.RowFilter.$Properties|null} [filter] ReadRowsRequest filter
                 * @property {string|null} [appProfileId] ReadRowsRequest appProfileId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReadRowsRequest.
                 * @memberof google.bigtable.v2
                 * @interface IReadRowsRequest
                 * @augments google.bigtable.v2.ReadRowsRequest.$Properties
                 * @deprecated Use google.bigtable.v2.ReadRowsRequest.$Properties instead.
                 */

                /**
                 * Shape of a ReadRowsRequest.
                 * @typedef {{
                 *   tableName?: string|null;
                 *   rows?: google.bigtable.v2.RowSet.$Shape|null;
                 *   filter?: google.bigtable.v2.RowFilter.$Shape|null;
                 *   appProfileId?: string|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * }} google.bigtable.v2.ReadRowsRequest.$Shape
                 */

                /**
                 * Constructs a new ReadRowsRequest.
                 * @memberof google.bigtable.v2
                 * @classdesc Represents a ReadRowsRequest.
                 * @constructor
                 * @param {google.bigtable.v2.ReadRowsRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                var ReadRowsRequest = function (properties) {
                    if (properties)
                        for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReadRowsRequest tableName.
                 * @member {string} tableName
                 * @memberof google.bigtable.v2.ReadRowsRequest
                 * @instance
                 */
                ReadRowsRequest.prototype.tableName = "";

                /**
                 * ReadRowsRequest rows.
                 * @member {google.bigtable.v2.RowSet.$Properties|null|undefined} rows
                 * @memberof google.bigtable.v2.ReadRowsRequest
                 * @instance
                 */
                ReadRowsRequest.prototype.rows = null;

                /**
                 * ReadRowsRequest filter.
                 * @member {google.bigtable.v2.RowFilter.$Properties|null|undefined} filter
                 * @memberof google.bigtable.v2.ReadRowsRequest
                 * @instance
                 */
                ReadRowsRequest.prototype.filter = null;

                /**
                 * ReadRowsRequest appProfileId.
                 * @member {string} appProfileId
                 * @memberof google.bigtable.v2.ReadRowsRequest
                 * @instance
                 */
                ReadRowsRequest.prototype.appProfileId = "";

                /**
                 * Creates a new ReadRowsRequest instance using the specified properties.
                 * @function create
                 * @memberof google.bigtable.v2.ReadRowsRequest
                 * @static
                 * @param {google.bigtable.v2.ReadRowsRequest.$Properties=} [properties] Properties to set
                 * @returns {google.bigtable.v2.ReadRowsRequest} ReadRowsRequest instance
                 * @type {{
                 *   (properties: google.bigtable.v2.ReadRowsRequest.$Shape): google.bigtable.v2.ReadRowsRequest & google.bigtable.v2.ReadRowsRequest.$Shape;
                 *   (properties?: google.bigtable.v2.ReadRowsRequest.$Properties): google.bigtable.v2.ReadRowsRequest;
                 * }}
                 */
                ReadRowsRequest.create = function(properties) {
                    return new ReadRowsRequest(properties);
                };

                /**
                 * Encodes the specified ReadRowsRequest message. Does not implicitly {@link google.bigtable.v2.ReadRowsRequest.verify|verify} messages.
                 * @function encode
                 * @memberof google.bigtable.v2.ReadRowsRequest
                 * @static
                 * @param {google.bigtable.v2.ReadRowsRequest.$Properties} message ReadRowsRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReadRowsRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.tableName != null && $Object.hasOwnProperty.call(message, "tableName") && message.tableName !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.tableName);
                    if (message.rows != null && $Object.hasOwnProperty.call(message, "rows"))
                        $root.google.bigtable.v2.RowSet.encode(message.rows, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.filter != null && $Object.hasOwnProperty.call(message, "filter"))
                        $root.google.bigtable.v2.RowFilter.encode(message.filter, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.appProfileId != null && $Object.hasOwnProperty.call(message, "appProfileId") && message.appProfileId !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.appProfileId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (var i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReadRowsRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof google.bigtable.v2.ReadRowsRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.ReadRowsRequest & google.bigtable.v2.ReadRowsRequest.$Shape} ReadRowsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReadRowsRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    var end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.google.bigtable.v2.ReadRowsRequest();
                    while (reader.pos < end) {
                        var start = reader.pos;
                        var tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        var wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.tableName = value;
                                else
                                    delete message.tableName;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.rows = $root.google.bigtable.v2.RowSet.decode(reader, reader.size(), $undefined, _depth + 1, message.rows);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.filter = $root.google.bigtable.v2.RowFilter.decode(reader, reader.size(), $undefined, _depth + 1, message.filter);
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.appProfileId = value;
                                else
                                    delete message.appProfileId;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a ReadRowsRequest message.
                 * @function verify
                 * @memberof google.bigtable.v2.ReadRowsRequest
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                ReadRowsRequest.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.tableName != null && $Object.hasOwnProperty.call(message, "tableName"))
                        if (!$util.isString(message.tableName))
                            return "tableName: string expected";
                    if (message.rows != null && $Object.hasOwnProperty.call(message, "rows")) {
                        var error = $root.google.bigtable.v2.RowSet.verify(message.rows, _depth + 1);
                        if (error)
                            return "rows." + error;
                    }
                    if (message.filter != null && $Object.hasOwnProperty.call(message, "filter")) {
                        var error = $root.google.bigtable.v2.RowFilter.verify(message.filter, _depth + 1);
                        if (error)
                            return "filter." + error;
                    }
                    if (message.appProfileId != null && $Object.hasOwnProperty.call(message, "appProfileId"))
                        if (!$util.isString(message.appProfileId))
                            return "appProfileId: string expected";
                    return null;
                };

                /**
                 * Creates a ReadRowsRequest message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof google.bigtable.v2.ReadRowsRequest
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {google.bigtable.v2.ReadRowsRequest} ReadRowsRequest
                 */
                ReadRowsRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.google.bigtable.v2.ReadRowsRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".google.bigtable.v2.ReadRowsRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var message = new $root.google.bigtable.v2.ReadRowsRequest();
                    if (object.tableName != null)
                        if (typeof object.tableName !== "string" || object.tableName.length)
                            message.tableName = $String(object.tableName);
                    if (object.rows != null) {
                        if (!$util.isObject(object.rows))
                            throw $TypeError(".google.bigtable.v2.ReadRowsRequest.rows: object expected");
                        message.rows = $root.google.bigtable.v2.RowSet.fromObject(object.rows, _depth + 1);
                    }
                    if (object.filter != null) {
                        if (!$util.isObject(object.filter))
                            throw $TypeError(".google.bigtable.v2.ReadRowsRequest.filter: object expected");
                        message.filter = $root.google.bigtable.v2.RowFilter.fromObject(object.filter, _depth + 1);
                    }
                    if (object.appProfileId != null)
                        if (typeof object.appProfileId !== "string" || object.appProfileId.length)
                            message.appProfileId = $String(object.appProfileId);
                    return message;
                };

                /**
                 * Creates a plain object from a ReadRowsRequest message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof google.bigtable.v2.ReadRowsRequest
                 * @static
                 * @param {google.bigtable.v2.ReadRowsRequest} message ReadRowsRequest
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                ReadRowsRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var object = {};
                    if (options.defaults) {
                        object.tableName = "";
                        object.rows = null;
                        object.filter = null;
                        object.appProfileId = "";
                    }
                    if (message.tableName != null && $Object.hasOwnProperty.call(message, "tableName"))
                        object.tableName = message.tableName;
                    if (message.rows != null && $Object.hasOwnProperty.call(message, "rows"))
                        object.rows = $root.google.bigtable.v2.RowSet.toObject(message.rows, options, _depth + 1);
                    if (message.filter != null && $Object.hasOwnProperty.call(message, "filter"))
                        object.filter = $root.google.bigtable.v2.RowFilter.toObject(message.filter, options, _depth + 1);
                    if (message.appProfileId != null && $Object.hasOwnProperty.call(message, "appProfileId"))
                        object.appProfileId = message.appProfileId;
                    return object;
                };

                /**
                 * Converts this ReadRowsRequest to JSON.
                 * @function toJSON
                 * @memberof google.bigtable.v2.ReadRowsRequest
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                ReadRowsRequest.prototype.toJSON = function() {
                    return ReadRowsRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                /**
                 * Gets the type url for ReadRowsRequest
                 * @function getTypeUrl
                 * @memberof google.bigtable.v2.ReadRowsRequest
                 * @static
                 * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns {string} The type url
                 */
                ReadRowsRequest.getTypeUrl = function(prefix) {
                    if (prefix === $undefined)
                        prefix = "type.googleapis.com";
                    return prefix + "/google.bigtable.v2.ReadRowsRequest";
                };

                return ReadRowsRequest;
            })();

            v2.ReadRowsResponse = (function() {

                /**
                 * Properties of a ReadRowsResponse.
                 * @typedef {Object} google.bigtable.v2.ReadRowsResponse.$Properties
                 * @property {Array.<google.bigtable.v2.ReadRowsResponse.CellChunk.$Properties>|null} [chunks] ReadRowsResponse chunks
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReadRowsResponse.
                 * @memberof google.bigtable.v2
                 * @interface IReadRowsResponse
                 * @augments google.bigtable.v2.ReadRowsResponse.$Properties
                 * @deprecated Use google.bigtable.v2.ReadRowsResponse.$Properties instead.
                 */

                /**
                 * Shape of a ReadRowsResponse.
                 * @typedef {{
                 *   chunks?: Array.<google.bigtable.v2.ReadRowsResponse.CellChunk.$Shape>|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * }} google.bigtable.v2.ReadRowsResponse.$Shape
                 */

                /**
                 * Constructs a new ReadRowsResponse.
                 * @memberof google.bigtable.v2
                 * @classdesc Represents a ReadRowsResponse.
                 * @constructor
                 * @param {google.bigtable.v2.ReadRowsResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                var ReadRowsResponse = function (properties) {
                    this.chunks = [];
                    if (properties)
                        for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReadRowsResponse chunks.
                 * @member {Array.<google.bigtable.v2.ReadRowsResponse.CellChunk.$Properties>} chunks
                 * @memberof google.bigtable.v2.ReadRowsResponse
                 * @instance
                 */
                ReadRowsResponse.prototype.chunks = $util.emptyArray;

                /**
                 * Creates a new ReadRowsResponse instance using the specified properties.
                 * @function create
                 * @memberof google.bigtable.v2.ReadRowsResponse
                 * @static
                 * @param {google.bigtable.v2.ReadRowsResponse.$Properties=} [properties] Properties to set
                 * @returns {google.bigtable.v2.ReadRowsResponse} ReadRowsResponse instance
                 * @type {{
                 *   (properties: google.bigtable.v2.ReadRowsResponse.$Shape): google.bigtable.v2.ReadRowsResponse & google.bigtable.v2.ReadRowsResponse.$Shape;
                 *   (properties?: google.bigtable.v2.ReadRowsResponse.$Properties): google.bigtable.v2.ReadRowsResponse;
                 * }}
                 */
                ReadRowsResponse.create = function(properties) {
                    return new ReadRowsResponse(properties);
                };

                /**
                 * Encodes the specified ReadRowsResponse message. Does not implicitly {@link google.bigtable.v2.ReadRowsResponse.verify|verify} messages.
                 * @function encode
                 * @memberof google.bigtable.v2.ReadRowsResponse
                 * @static
                 * @param {google.bigtable.v2.ReadRowsResponse.$Properties} message ReadRowsResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReadRowsResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.chunks != null && message.chunks.length)
                        for (var i = 0; i < message.chunks.length; ++i)
                            $root.google.bigtable.v2.ReadRowsResponse.CellChunk.encode(message.chunks[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (var i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReadRowsResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof google.bigtable.v2.ReadRowsResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.ReadRowsResponse & google.bigtable.v2.ReadRowsResponse.$Shape} ReadRowsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReadRowsResponse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    var end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.google.bigtable.v2.ReadRowsResponse();
                    while (reader.pos < end) {
                        var start = reader.pos;
                        var tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        var wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.chunks && message.chunks.length))
                                    message.chunks = [];
                                message.chunks.push($root.google.bigtable.v2.ReadRowsResponse.CellChunk.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a ReadRowsResponse message.
                 * @function verify
                 * @memberof google.bigtable.v2.ReadRowsResponse
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                ReadRowsResponse.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.chunks != null && $Object.hasOwnProperty.call(message, "chunks")) {
                        if (!$Array.isArray(message.chunks))
                            return "chunks: array expected";
                        for (var i = 0; i < message.chunks.length; ++i) {
                            var error = $root.google.bigtable.v2.ReadRowsResponse.CellChunk.verify(message.chunks[i], _depth + 1);
                            if (error)
                                return "chunks." + error;
                        }
                    }
                    return null;
                };

                /**
                 * Creates a ReadRowsResponse message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof google.bigtable.v2.ReadRowsResponse
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {google.bigtable.v2.ReadRowsResponse} ReadRowsResponse
                 */
                ReadRowsResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.google.bigtable.v2.ReadRowsResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".google.bigtable.v2.ReadRowsResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var message = new $root.google.bigtable.v2.ReadRowsResponse();
                    if (object.chunks) {
                        if (!$Array.isArray(object.chunks))
                            throw $TypeError(".google.bigtable.v2.ReadRowsResponse.chunks: array expected");
                        message.chunks = $Array(object.chunks.length);
                        for (var i = 0; i < object.chunks.length; ++i) {
                            if (!$util.isObject(object.chunks[i]))
                                throw $TypeError(".google.bigtable.v2.ReadRowsResponse.chunks: object expected");
                            message.chunks[i] = $root.google.bigtable.v2.ReadRowsResponse.CellChunk.fromObject(object.chunks[i], _depth + 1);
                        }
                    }
                    return message;
                };

                /**
                 * Creates a plain object from a ReadRowsResponse message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof google.bigtable.v2.ReadRowsResponse
                 * @static
                 * @param {google.bigtable.v2.ReadRowsResponse} message ReadRowsResponse
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                ReadRowsResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var object = {};
                    if (options.arrays || options.defaults)
                        object.chunks = [];
                    if (message.chunks && message.chunks.length) {
                        object.chunks = $Array(message.chunks.length);
                        for (var j = 0; j < message.chunks.length; ++j)
                            object.chunks[j] = $root.google.bigtable.v2.ReadRowsResponse.CellChunk.toObject(message.chunks[j], options, _depth + 1);
                    }
                    return object;
                };

                /**
                 * Converts this ReadRowsResponse to JSON.
                 * @function toJSON
                 * @memberof google.bigtable.v2.ReadRowsResponse
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                ReadRowsResponse.prototype.toJSON = function() {
                    return ReadRowsResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                /**
                 * Gets the type url for ReadRowsResponse
                 * @function getTypeUrl
                 * @memberof google.bigtable.v2.ReadRowsResponse
                 * @static
                 * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns {string} The type url
                 */
                ReadRowsResponse.getTypeUrl = function(prefix) {
                    if (prefix === $undefined)
                        prefix = "type.googleapis.com";
                    return prefix + "/google.bigtable.v2.ReadRowsResponse";
                };

                ReadRowsResponse.CellChunk = (function() {

                    /**
                     * Properties of a CellChunk.
                     * @typedef {Object} google.bigtable.v2.ReadRowsResponse.CellChunk.$Properties
                     * @property {Uint8Array|null} [rowKey] CellChunk rowKey
                     * @property {Uint8Array|null} [value] CellChunk value
                     * @property {number|null} [valueSize] CellChunk valueSize
                     * @property {boolean|null} [resetRow] CellChunk resetRow
                     * @property {boolean|null} [commitRow] CellChunk commitRow
                     * @property {"resetRow"|"commitRow"} [rowStatus] CellChunk rowStatus
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a CellChunk.
                     * @memberof google.bigtable.v2.ReadRowsResponse
                     * @interface ICellChunk
                     * @augments google.bigtable.v2.ReadRowsResponse.CellChunk.$Properties
                     * @deprecated Use google.bigtable.v2.ReadRowsResponse.CellChunk.$Properties instead.
                     */

                    /**
                     * Narrowed shape of a CellChunk.
                     * @typedef {{
                     *   rowKey?: Uint8Array|null;
                     *   value?: Uint8Array|null;
                     *   valueSize?: number|null;
                     *   resetRow?: boolean|null;
                     *   commitRow?: boolean|null;
                     *   $unknowns?: Array.<Uint8Array>;
                     * } & (
                     *   ({ rowStatus?: undefined; resetRow?: null; commitRow?: null }|{ rowStatus?: "resetRow"; resetRow: boolean; commitRow?: null }|{ rowStatus?: "commitRow"; resetRow?: null; commitRow: boolean })
                     * )} google.bigtable.v2.ReadRowsResponse.CellChunk.$Shape
                     */

                    /**
                     * Constructs a new CellChunk.
                     * @memberof google.bigtable.v2.ReadRowsResponse
                     * @classdesc Represents a CellChunk.
                     * @constructor
                     * @param {google.bigtable.v2.ReadRowsResponse.CellChunk.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    var CellChunk = function (properties) {
                        if (properties)
                            for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * CellChunk rowKey.
                     * @member {Uint8Array} rowKey
                     * @memberof google.bigtable.v2.ReadRowsResponse.CellChunk
                     * @instance
                     */
                    CellChunk.prototype.rowKey = $util.newBuffer([]);

                    /**
                     * CellChunk value.
                     * @member {Uint8Array} value
                     * @memberof google.bigtable.v2.ReadRowsResponse.CellChunk
                     * @instance
                     */
                    CellChunk.prototype.value = $util.newBuffer([]);

                    /**
                     * CellChunk valueSize.
                     * @member {number} valueSize
                     * @memberof google.bigtable.v2.ReadRowsResponse.CellChunk
                     * @instance
                     */
                    CellChunk.prototype.valueSize = 0;

                    /**
                     * CellChunk resetRow.
                     * @member {boolean|null|undefined} resetRow
                     * @memberof google.bigtable.v2.ReadRowsResponse.CellChunk
                     * @instance
                     */
                    CellChunk.prototype.resetRow = null;

                    /**
                     * CellChunk commitRow.
                     * @member {boolean|null|undefined} commitRow
                     * @memberof google.bigtable.v2.ReadRowsResponse.CellChunk
                     * @instance
                     */
                    CellChunk.prototype.commitRow = null;

                    // OneOf field names bound to virtual getters and setters
                    var $oneOfFields;

                    /**
                     * CellChunk rowStatus.
                     * @member {"resetRow"|"commitRow"|undefined} rowStatus
                     * @memberof google.bigtable.v2.ReadRowsResponse.CellChunk
                     * @instance
                     */
                    $Object.defineProperty(CellChunk.prototype, "rowStatus", {
                        get: $util.oneOfGetter($oneOfFields = ["resetRow", "commitRow"]),
                        set: $util.oneOfSetter($oneOfFields)
                    });

                    /**
                     * Creates a new CellChunk instance using the specified properties.
                     * @function create
                     * @memberof google.bigtable.v2.ReadRowsResponse.CellChunk
                     * @static
                     * @param {google.bigtable.v2.ReadRowsResponse.CellChunk.$Properties=} [properties] Properties to set
                     * @returns {google.bigtable.v2.ReadRowsResponse.CellChunk} CellChunk instance
                     * @type {{
                     *   (properties: google.bigtable.v2.ReadRowsResponse.CellChunk.$Shape): google.bigtable.v2.ReadRowsResponse.CellChunk & google.bigtable.v2.ReadRowsResponse.CellChunk.$Shape;
                     *   (properties?: google.bigtable.v2.ReadRowsResponse.CellChunk.$Properties): google.bigtable.v2.ReadRowsResponse.CellChunk;
                     * }}
                     */
                    CellChunk.create = function(properties) {
                        return new CellChunk(properties);
                    };

                    /**
                     * Encodes the specified CellChunk message. Does not implicitly {@link google.bigtable.v2.ReadRowsResponse.CellChunk.verify|verify} messages.
                     * @function encode
                     * @memberof google.bigtable.v2.ReadRowsResponse.CellChunk
                     * @static
                     * @param {google.bigtable.v2.ReadRowsResponse.CellChunk.$Properties} message CellChunk message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    CellChunk.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.rowKey != null && $Object.hasOwnProperty.call(message, "rowKey") && message.rowKey.length)
                            writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.rowKey);
                        if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                            writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.value);
                        if (message.valueSize != null && $Object.hasOwnProperty.call(message, "valueSize") && message.valueSize !== 0)
                            writer.uint32(/* id 7, wireType 0 =*/56).int32(message.valueSize);
                        if (message.resetRow != null && $Object.hasOwnProperty.call(message, "resetRow"))
                            writer.uint32(/* id 8, wireType 0 =*/64).bool(message.resetRow);
                        if (message.commitRow != null && $Object.hasOwnProperty.call(message, "commitRow"))
                            writer.uint32(/* id 9, wireType 0 =*/72).bool(message.commitRow);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (var i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a CellChunk message from the specified reader or buffer.
                     * @function decode
                     * @memberof google.bigtable.v2.ReadRowsResponse.CellChunk
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {google.bigtable.v2.ReadRowsResponse.CellChunk & google.bigtable.v2.ReadRowsResponse.CellChunk.$Shape} CellChunk
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    CellChunk.decode = function (reader, length, _end, _depth, _target) {
                        if (!(reader instanceof $Reader))
                            reader = $Reader.create(reader);
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $Reader.recursionLimit)
                            throw $Error("max depth exceeded");
                        var end, message, value;
                        if (length === $undefined)
                            end = reader.len;
                        else {
                            end = reader.pos + length;
                            if (end > reader.len)
                                throw $RangeError("index out of range");
                            length = reader.len;
                            reader.len = end;
                        }
                        message = _target || new $root.google.bigtable.v2.ReadRowsResponse.CellChunk();
                        while (reader.pos < end) {
                            var start = reader.pos;
                            var tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            var wireType = tag & 7;
                            switch (tag >>>= 3) {
                            case 1: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.bytes()).length)
                                        message.rowKey = value;
                                    else
                                        delete message.rowKey;
                                    continue;
                                }
                            case 6: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.bytes()).length)
                                        message.value = value;
                                    else
                                        delete message.value;
                                    continue;
                                }
                            case 7: {
                                    if (wireType !== 0)
                                        break;
                                    if (value = reader.int32())
                                        message.valueSize = value;
                                    else
                                        delete message.valueSize;
                                    continue;
                                }
                            case 8: {
                                    if (wireType !== 0)
                                        break;
                                    message.resetRow = reader.bool();
                                    message.rowStatus = "resetRow";
                                    continue;
                                }
                            case 9: {
                                    if (wireType !== 0)
                                        break;
                                    message.commitRow = reader.bool();
                                    message.rowStatus = "commitRow";
                                    continue;
                                }
                            }
                            reader.skipType(wireType, _depth, tag);
                            if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                        }
                        if (length !== $undefined) {
                            if (reader.pos !== end)
                                throw $RangeError("index out of range");
                            reader.len = length;
                        }
                        if (_end !== $undefined)
                            throw $Error("missing end group");
                        return message;
                    };

                    /**
                     * Verifies a CellChunk message.
                     * @function verify
                     * @memberof google.bigtable.v2.ReadRowsResponse.CellChunk
                     * @static
                     * @param {Object.<string,*>} message Plain object to verify
                     * @returns {string|null} `null` if valid, otherwise the reason why it is not
                     */
                    CellChunk.verify = function (message, _depth) {
                        if (typeof message !== "object" || message === null)
                            return "object expected";
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            return "max depth exceeded";
                        var properties = {};
                        if (message.rowKey != null && $Object.hasOwnProperty.call(message, "rowKey"))
                            if (!(message.rowKey && typeof message.rowKey.length === "number" || $util.isString(message.rowKey)))
                                return "rowKey: buffer expected";
                        if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                            if (!(message.value && typeof message.value.length === "number" || $util.isString(message.value)))
                                return "value: buffer expected";
                        if (message.valueSize != null && $Object.hasOwnProperty.call(message, "valueSize"))
                            if (!$util.isInteger(message.valueSize))
                                return "valueSize: integer expected";
                        if (message.resetRow != null && $Object.hasOwnProperty.call(message, "resetRow")) {
                            properties.rowStatus = 1;
                            if (typeof message.resetRow !== "boolean")
                                return "resetRow: boolean expected";
                        }
                        if (message.commitRow != null && $Object.hasOwnProperty.call(message, "commitRow")) {
                            if (properties.rowStatus === 1)
                                return "rowStatus: multiple values";
                            properties.rowStatus = 1;
                            if (typeof message.commitRow !== "boolean")
                                return "commitRow: boolean expected";
                        }
                        return null;
                    };

                    /**
                     * Creates a CellChunk message from a plain object. Also converts values to their respective internal types.
                     * @function fromObject
                     * @memberof google.bigtable.v2.ReadRowsResponse.CellChunk
                     * @static
                     * @param {Object.<string,*>} object Plain object
                     * @returns {google.bigtable.v2.ReadRowsResponse.CellChunk} CellChunk
                     */
                    CellChunk.fromObject = function (object, _depth) {
                        if (object instanceof $root.google.bigtable.v2.ReadRowsResponse.CellChunk)
                            return object;
                        if (!$util.isObject(object))
                            throw $TypeError(".google.bigtable.v2.ReadRowsResponse.CellChunk: object expected");
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        var message = new $root.google.bigtable.v2.ReadRowsResponse.CellChunk();
                        if (object.rowKey != null)
                            if (object.rowKey.length)
                                if (typeof object.rowKey === "string")
                                    $util.base64.decode(object.rowKey, message.rowKey = $util.newBuffer($util.base64.length(object.rowKey)), 0);
                                else if (object.rowKey.length >= 0)
                                    message.rowKey = object.rowKey;
                        if (object.value != null)
                            if (object.value.length)
                                if (typeof object.value === "string")
                                    $util.base64.decode(object.value, message.value = $util.newBuffer($util.base64.length(object.value)), 0);
                                else if (object.value.length >= 0)
                                    message.value = object.value;
                        if (object.valueSize != null)
                            if ($Number(object.valueSize) !== 0)
                                message.valueSize = object.valueSize | 0;
                        if (object.resetRow != null)
                            message.resetRow = $Boolean(object.resetRow);
                        if (object.commitRow != null)
                            message.commitRow = $Boolean(object.commitRow);
                        return message;
                    };

                    /**
                     * Creates a plain object from a CellChunk message. Also converts values to other types if specified.
                     * @function toObject
                     * @memberof google.bigtable.v2.ReadRowsResponse.CellChunk
                     * @static
                     * @param {google.bigtable.v2.ReadRowsResponse.CellChunk} message CellChunk
                     * @param {$protobuf.IConversionOptions} [options] Conversion options
                     * @returns {Object.<string,*>} Plain object
                     */
                    CellChunk.toObject = function (message, options, _depth) {
                        if (!options)
                            options = {};
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        var object = {};
                        if (options.defaults) {
                            if (options.bytes === $String)
                                object.rowKey = "";
                            else {
                                object.rowKey = [];
                                if (options.bytes !== $Array)
                                    object.rowKey = $util.newBuffer(object.rowKey);
                            }
                            if (options.bytes === $String)
                                object.value = "";
                            else {
                                object.value = [];
                                if (options.bytes !== $Array)
                                    object.value = $util.newBuffer(object.value);
                            }
                            object.valueSize = 0;
                        }
                        if (message.rowKey != null && $Object.hasOwnProperty.call(message, "rowKey"))
                            object.rowKey = options.bytes === $String ? $util.base64.encode(message.rowKey, 0, message.rowKey.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.rowKey) : message.rowKey;
                        if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                            object.value = options.bytes === $String ? $util.base64.encode(message.value, 0, message.value.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.value) : message.value;
                        if (message.valueSize != null && $Object.hasOwnProperty.call(message, "valueSize"))
                            object.valueSize = message.valueSize;
                        if (message.resetRow != null && $Object.hasOwnProperty.call(message, "resetRow")) {
                            object.resetRow = message.resetRow;
                            if (options.oneofs)
                                object.rowStatus = "resetRow";
                        }
                        if (message.commitRow != null && $Object.hasOwnProperty.call(message, "commitRow")) {
                            object.commitRow = message.commitRow;
                            if (options.oneofs)
                                object.rowStatus = "commitRow";
                        }
                        return object;
                    };

                    /**
                     * Converts this CellChunk to JSON.
                     * @function toJSON
                     * @memberof google.bigtable.v2.ReadRowsResponse.CellChunk
                     * @instance
                     * @returns {Object.<string,*>} JSON object
                     */
                    CellChunk.prototype.toJSON = function() {
                        return CellChunk.toObject(this, $protobuf.util.toJSONOptions);
                    };

                    /**
                     * Gets the type url for CellChunk
                     * @function getTypeUrl
                     * @memberof google.bigtable.v2.ReadRowsResponse.CellChunk
                     * @static
                     * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns {string} The type url
                     */
                    CellChunk.getTypeUrl = function(prefix) {
                        if (prefix === $undefined)
                            prefix = "type.googleapis.com";
                        return prefix + "/google.bigtable.v2.ReadRowsResponse.CellChunk";
                    };

                    return CellChunk;
                })();

                return ReadRowsResponse;
            })();

            v2.RowSet = (function() {

                /**
                 * Properties of a RowSet.
                 * @typedef {Object} google.bigtable.v2.RowSet.$Properties
                 * @property {Array.<Uint8Array>|null} [rowKeys] RowSet rowKeys
                 * @property {Array.<google.bigtable.v2.RowRange.$Properties>|null} [rowRanges] RowSet rowRanges
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RowSet.
                 * @memberof google.bigtable.v2
                 * @interface IRowSet
                 * @augments google.bigtable.v2.RowSet.$Properties
                 * @deprecated Use google.bigtable.v2.RowSet.$Properties instead.
                 */

                /**
                 * Shape of a RowSet.
                 * @typedef {{
                 *   rowKeys?: Array.<Uint8Array>|null;
                 *   rowRanges?: Array.<google.bigtable.v2.RowRange.$Shape>|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * }} google.bigtable.v2.RowSet.$Shape
                 */

                /**
                 * Constructs a new RowSet.
                 * @memberof google.bigtable.v2
                 * @classdesc Represents a RowSet.
                 * @constructor
                 * @param {google.bigtable.v2.RowSet.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                var RowSet = function (properties) {
                    this.rowKeys = [];
                    this.rowRanges = [];
                    if (properties)
                        for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * RowSet rowKeys.
                 * @member {Array.<Uint8Array>} rowKeys
                 * @memberof google.bigtable.v2.RowSet
                 * @instance
                 */
                RowSet.prototype.rowKeys = $util.emptyArray;

                /**
                 * RowSet rowRanges.
                 * @member {Array.<google.bigtable.v2.RowRange.$Properties>} rowRanges
                 * @memberof google.bigtable.v2.RowSet
                 * @instance
                 */
                RowSet.prototype.rowRanges = $util.emptyArray;

                /**
                 * Creates a new RowSet instance using the specified properties.
                 * @function create
                 * @memberof google.bigtable.v2.RowSet
                 * @static
                 * @param {google.bigtable.v2.RowSet.$Properties=} [properties] Properties to set
                 * @returns {google.bigtable.v2.RowSet} RowSet instance
                 * @type {{
                 *   (properties: google.bigtable.v2.RowSet.$Shape): google.bigtable.v2.RowSet & google.bigtable.v2.RowSet.$Shape;
                 *   (properties?: google.bigtable.v2.RowSet.$Properties): google.bigtable.v2.RowSet;
                 * }}
                 */
                RowSet.create = function(properties) {
                    return new RowSet(properties);
                };

                /**
                 * Encodes the specified RowSet message. Does not implicitly {@link google.bigtable.v2.RowSet.verify|verify} messages.
                 * @function encode
                 * @memberof google.bigtable.v2.RowSet
                 * @static
                 * @param {google.bigtable.v2.RowSet.$Properties} message RowSet message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RowSet.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.rowKeys != null && message.rowKeys.length)
                        for (var i = 0; i < message.rowKeys.length; ++i)
                            writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.rowKeys[i]);
                    if (message.rowRanges != null && message.rowRanges.length)
                        for (var i = 0; i < message.rowRanges.length; ++i)
                            $root.google.bigtable.v2.RowRange.encode(message.rowRanges[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (var i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RowSet message from the specified reader or buffer.
                 * @function decode
                 * @memberof google.bigtable.v2.RowSet
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.RowSet & google.bigtable.v2.RowSet.$Shape} RowSet
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RowSet.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    var end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.google.bigtable.v2.RowSet();
                    while (reader.pos < end) {
                        var start = reader.pos;
                        var tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        var wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.rowKeys && message.rowKeys.length))
                                    message.rowKeys = [];
                                message.rowKeys.push(reader.bytes());
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.rowRanges && message.rowRanges.length))
                                    message.rowRanges = [];
                                message.rowRanges.push($root.google.bigtable.v2.RowRange.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a RowSet message.
                 * @function verify
                 * @memberof google.bigtable.v2.RowSet
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                RowSet.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    if (message.rowKeys != null && $Object.hasOwnProperty.call(message, "rowKeys")) {
                        if (!$Array.isArray(message.rowKeys))
                            return "rowKeys: array expected";
                        for (var i = 0; i < message.rowKeys.length; ++i)
                            if (!(message.rowKeys[i] && typeof message.rowKeys[i].length === "number" || $util.isString(message.rowKeys[i])))
                                return "rowKeys: buffer[] expected";
                    }
                    if (message.rowRanges != null && $Object.hasOwnProperty.call(message, "rowRanges")) {
                        if (!$Array.isArray(message.rowRanges))
                            return "rowRanges: array expected";
                        for (var i = 0; i < message.rowRanges.length; ++i) {
                            var error = $root.google.bigtable.v2.RowRange.verify(message.rowRanges[i], _depth + 1);
                            if (error)
                                return "rowRanges." + error;
                        }
                    }
                    return null;
                };

                /**
                 * Creates a RowSet message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof google.bigtable.v2.RowSet
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {google.bigtable.v2.RowSet} RowSet
                 */
                RowSet.fromObject = function (object, _depth) {
                    if (object instanceof $root.google.bigtable.v2.RowSet)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".google.bigtable.v2.RowSet: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var message = new $root.google.bigtable.v2.RowSet();
                    if (object.rowKeys) {
                        if (!$Array.isArray(object.rowKeys))
                            throw $TypeError(".google.bigtable.v2.RowSet.rowKeys: array expected");
                        message.rowKeys = $Array(object.rowKeys.length);
                        for (var i = 0; i < object.rowKeys.length; ++i)
                            if (typeof object.rowKeys[i] === "string")
                                $util.base64.decode(object.rowKeys[i], message.rowKeys[i] = $util.newBuffer($util.base64.length(object.rowKeys[i])), 0);
                            else if (object.rowKeys[i].length >= 0)
                                message.rowKeys[i] = object.rowKeys[i];
                    }
                    if (object.rowRanges) {
                        if (!$Array.isArray(object.rowRanges))
                            throw $TypeError(".google.bigtable.v2.RowSet.rowRanges: array expected");
                        message.rowRanges = $Array(object.rowRanges.length);
                        for (var i = 0; i < object.rowRanges.length; ++i) {
                            if (!$util.isObject(object.rowRanges[i]))
                                throw $TypeError(".google.bigtable.v2.RowSet.rowRanges: object expected");
                            message.rowRanges[i] = $root.google.bigtable.v2.RowRange.fromObject(object.rowRanges[i], _depth + 1);
                        }
                    }
                    return message;
                };

                /**
                 * Creates a plain object from a RowSet message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof google.bigtable.v2.RowSet
                 * @static
                 * @param {google.bigtable.v2.RowSet} message RowSet
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                RowSet.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var object = {};
                    if (options.arrays || options.defaults) {
                        object.rowKeys = [];
                        object.rowRanges = [];
                    }
                    if (message.rowKeys && message.rowKeys.length) {
                        object.rowKeys = $Array(message.rowKeys.length);
                        for (var j = 0; j < message.rowKeys.length; ++j)
                            object.rowKeys[j] = options.bytes === $String ? $util.base64.encode(message.rowKeys[j], 0, message.rowKeys[j].length) : options.bytes === $Array ? $Array.prototype.slice.call(message.rowKeys[j]) : message.rowKeys[j];
                    }
                    if (message.rowRanges && message.rowRanges.length) {
                        object.rowRanges = $Array(message.rowRanges.length);
                        for (var j = 0; j < message.rowRanges.length; ++j)
                            object.rowRanges[j] = $root.google.bigtable.v2.RowRange.toObject(message.rowRanges[j], options, _depth + 1);
                    }
                    return object;
                };

                /**
                 * Converts this RowSet to JSON.
                 * @function toJSON
                 * @memberof google.bigtable.v2.RowSet
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                RowSet.prototype.toJSON = function() {
                    return RowSet.toObject(this, $protobuf.util.toJSONOptions);
                };

                /**
                 * Gets the type url for RowSet
                 * @function getTypeUrl
                 * @memberof google.bigtable.v2.RowSet
                 * @static
                 * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns {string} The type url
                 */
                RowSet.getTypeUrl = function(prefix) {
                    if (prefix === $undefined)
                        prefix = "type.googleapis.com";
                    return prefix + "/google.bigtable.v2.RowSet";
                };

                return RowSet;
            })();

            v2.RowRange = (function() {

                /**
                 * Properties of a RowRange.
                 * @typedef {Object} google.bigtable.v2.RowRange.$Properties
                 * @property {Uint8Array|null} [startKeyClosed] RowRange startKeyClosed
                 * @property {Uint8Array|null} [startKeyOpen] RowRange startKeyOpen
                 * @property {Uint8Array|null} [endKeyOpen] RowRange endKeyOpen
                 * @property {"startKeyClosed"|"startKeyOpen"} [startKey] RowRange startKey
                 * @property {"endKeyOpen"} [endKey] RowRange endKey
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RowRange.
                 * @memberof google.bigtable.v2
                 * @interface IRowRange
                 * @augments google.bigtable.v2.RowRange.$Properties
                 * @deprecated Use google.bigtable.v2.RowRange.$Properties instead.
                 */

                /**
                 * Narrowed shape of a RowRange.
                 * @typedef {{
                 *   startKeyClosed?: Uint8Array|null;
                 *   startKeyOpen?: Uint8Array|null;
                 *   endKeyOpen?: Uint8Array|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ startKey?: undefined; startKeyClosed?: null; startKeyOpen?: null }|{ startKey?: "startKeyClosed"; startKeyClosed: Uint8Array; startKeyOpen?: null }|{ startKey?: "startKeyOpen"; startKeyClosed?: null; startKeyOpen: Uint8Array })
                 * ) & (
                 *   ({ endKey?: undefined; endKeyOpen?: null }|{ endKey?: "endKeyOpen"; endKeyOpen: Uint8Array })
                 * )} google.bigtable.v2.RowRange.$Shape
                 */

                /**
                 * Constructs a new RowRange.
                 * @memberof google.bigtable.v2
                 * @classdesc Represents a RowRange.
                 * @constructor
                 * @param {google.bigtable.v2.RowRange.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                var RowRange = function (properties) {
                    if (properties)
                        for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * RowRange startKeyClosed.
                 * @member {Uint8Array|null|undefined} startKeyClosed
                 * @memberof google.bigtable.v2.RowRange
                 * @instance
                 */
                RowRange.prototype.startKeyClosed = null;

                /**
                 * RowRange startKeyOpen.
                 * @member {Uint8Array|null|undefined} startKeyOpen
                 * @memberof google.bigtable.v2.RowRange
                 * @instance
                 */
                RowRange.prototype.startKeyOpen = null;

                /**
                 * RowRange endKeyOpen.
                 * @member {Uint8Array|null|undefined} endKeyOpen
                 * @memberof google.bigtable.v2.RowRange
                 * @instance
                 */
                RowRange.prototype.endKeyOpen = null;

                // OneOf field names bound to virtual getters and setters
                var $oneOfFields;

                /**
                 * RowRange startKey.
                 * @member {"startKeyClosed"|"startKeyOpen"|undefined} startKey
                 * @memberof google.bigtable.v2.RowRange
                 * @instance
                 */
                $Object.defineProperty(RowRange.prototype, "startKey", {
                    get: $util.oneOfGetter($oneOfFields = ["startKeyClosed", "startKeyOpen"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * RowRange endKey.
                 * @member {"endKeyOpen"|undefined} endKey
                 * @memberof google.bigtable.v2.RowRange
                 * @instance
                 */
                $Object.defineProperty(RowRange.prototype, "endKey", {
                    get: $util.oneOfGetter($oneOfFields = ["endKeyOpen"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new RowRange instance using the specified properties.
                 * @function create
                 * @memberof google.bigtable.v2.RowRange
                 * @static
                 * @param {google.bigtable.v2.RowRange.$Properties=} [properties] Properties to set
                 * @returns {google.bigtable.v2.RowRange} RowRange instance
                 * @type {{
                 *   (properties: google.bigtable.v2.RowRange.$Shape): google.bigtable.v2.RowRange & google.bigtable.v2.RowRange.$Shape;
                 *   (properties?: google.bigtable.v2.RowRange.$Properties): google.bigtable.v2.RowRange;
                 * }}
                 */
                RowRange.create = function(properties) {
                    return new RowRange(properties);
                };

                /**
                 * Encodes the specified RowRange message. Does not implicitly {@link google.bigtable.v2.RowRange.verify|verify} messages.
                 * @function encode
                 * @memberof google.bigtable.v2.RowRange
                 * @static
                 * @param {google.bigtable.v2.RowRange.$Properties} message RowRange message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RowRange.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.startKeyClosed != null && $Object.hasOwnProperty.call(message, "startKeyClosed"))
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.startKeyClosed);
                    if (message.startKeyOpen != null && $Object.hasOwnProperty.call(message, "startKeyOpen"))
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.startKeyOpen);
                    if (message.endKeyOpen != null && $Object.hasOwnProperty.call(message, "endKeyOpen"))
                        writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.endKeyOpen);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (var i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RowRange message from the specified reader or buffer.
                 * @function decode
                 * @memberof google.bigtable.v2.RowRange
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.RowRange & google.bigtable.v2.RowRange.$Shape} RowRange
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RowRange.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    var end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.google.bigtable.v2.RowRange();
                    while (reader.pos < end) {
                        var start = reader.pos;
                        var tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        var wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.startKeyClosed = reader.bytes();
                                message.startKey = "startKeyClosed";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.startKeyOpen = reader.bytes();
                                message.startKey = "startKeyOpen";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.endKeyOpen = reader.bytes();
                                message.endKey = "endKeyOpen";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a RowRange message.
                 * @function verify
                 * @memberof google.bigtable.v2.RowRange
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                RowRange.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    var properties = {};
                    if (message.startKeyClosed != null && $Object.hasOwnProperty.call(message, "startKeyClosed")) {
                        properties.startKey = 1;
                        if (!(message.startKeyClosed && typeof message.startKeyClosed.length === "number" || $util.isString(message.startKeyClosed)))
                            return "startKeyClosed: buffer expected";
                    }
                    if (message.startKeyOpen != null && $Object.hasOwnProperty.call(message, "startKeyOpen")) {
                        if (properties.startKey === 1)
                            return "startKey: multiple values";
                        properties.startKey = 1;
                        if (!(message.startKeyOpen && typeof message.startKeyOpen.length === "number" || $util.isString(message.startKeyOpen)))
                            return "startKeyOpen: buffer expected";
                    }
                    if (message.endKeyOpen != null && $Object.hasOwnProperty.call(message, "endKeyOpen")) {
                        properties.endKey = 1;
                        if (!(message.endKeyOpen && typeof message.endKeyOpen.length === "number" || $util.isString(message.endKeyOpen)))
                            return "endKeyOpen: buffer expected";
                    }
                    return null;
                };

                /**
                 * Creates a RowRange message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof google.bigtable.v2.RowRange
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {google.bigtable.v2.RowRange} RowRange
                 */
                RowRange.fromObject = function (object, _depth) {
                    if (object instanceof $root.google.bigtable.v2.RowRange)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".google.bigtable.v2.RowRange: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var message = new $root.google.bigtable.v2.RowRange();
                    if (object.startKeyClosed != null)
                        if (typeof object.startKeyClosed === "string")
                            $util.base64.decode(object.startKeyClosed, message.startKeyClosed = $util.newBuffer($util.base64.length(object.startKeyClosed)), 0);
                        else if (object.startKeyClosed.length >= 0)
                            message.startKeyClosed = object.startKeyClosed;
                    if (object.startKeyOpen != null)
                        if (typeof object.startKeyOpen === "string")
                            $util.base64.decode(object.startKeyOpen, message.startKeyOpen = $util.newBuffer($util.base64.length(object.startKeyOpen)), 0);
                        else if (object.startKeyOpen.length >= 0)
                            message.startKeyOpen = object.startKeyOpen;
                    if (object.endKeyOpen != null)
                        if (typeof object.endKeyOpen === "string")
                            $util.base64.decode(object.endKeyOpen, message.endKeyOpen = $util.newBuffer($util.base64.length(object.endKeyOpen)), 0);
                        else if (object.endKeyOpen.length >= 0)
                            message.endKeyOpen = object.endKeyOpen;
                    return message;
                };

                /**
                 * Creates a plain object from a RowRange message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof google.bigtable.v2.RowRange
                 * @static
                 * @param {google.bigtable.v2.RowRange} message RowRange
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                RowRange.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var object = {};
                    if (message.startKeyClosed != null && $Object.hasOwnProperty.call(message, "startKeyClosed")) {
                        object.startKeyClosed = options.bytes === $String ? $util.base64.encode(message.startKeyClosed, 0, message.startKeyClosed.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.startKeyClosed) : message.startKeyClosed;
                        if (options.oneofs)
                            object.startKey = "startKeyClosed";
                    }
                    if (message.startKeyOpen != null && $Object.hasOwnProperty.call(message, "startKeyOpen")) {
                        object.startKeyOpen = options.bytes === $String ? $util.base64.encode(message.startKeyOpen, 0, message.startKeyOpen.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.startKeyOpen) : message.startKeyOpen;
                        if (options.oneofs)
                            object.startKey = "startKeyOpen";
                    }
                    if (message.endKeyOpen != null && $Object.hasOwnProperty.call(message, "endKeyOpen")) {
                        object.endKeyOpen = options.bytes === $String ? $util.base64.encode(message.endKeyOpen, 0, message.endKeyOpen.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.endKeyOpen) : message.endKeyOpen;
                        if (options.oneofs)
                            object.endKey = "endKeyOpen";
                    }
                    return object;
                };

                /**
                 * Converts this RowRange to JSON.
                 * @function toJSON
                 * @memberof google.bigtable.v2.RowRange
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                RowRange.prototype.toJSON = function() {
                    return RowRange.toObject(this, $protobuf.util.toJSONOptions);
                };

                /**
                 * Gets the type url for RowRange
                 * @function getTypeUrl
                 * @memberof google.bigtable.v2.RowRange
                 * @static
                 * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns {string} The type url
                 */
                RowRange.getTypeUrl = function(prefix) {
                    if (prefix === $undefined)
                        prefix = "type.googleapis.com";
                    return prefix + "/google.bigtable.v2.RowRange";
                };

                return RowRange;
            })();

            v2.RowFilter = (function() {

                /**
                 * Properties of a RowFilter.
                 * @typedef {Object} google.bigtable.v2.RowFilter.$Properties
                 * @property {google.bigtable.v2.RowFilter.Chain.$Properties|null} [chain] RowFilter chain
                 * @property {google.bigtable.v2.ColumnRange.$Properties|null} [columnRangeFilter] RowFilter columnRangeFilter
                 * @property {number|null} [cellsPerColumnLimitFilter] RowFilter cellsPerColumnLimitFilter
                 * @property {boolean|null} [stripValueTransformer] RowFilter stripValueTransformer
                 * @property {"chain"|"columnRangeFilter"|"cellsPerColumnLimitFilter"|"stripValueTransformer"} [filter] RowFilter filter
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RowFilter.
                 * @memberof google.bigtable.v2
                 * @interface IRowFilter
                 * @augments google.bigtable.v2.RowFilter.$Properties
                 * @deprecated Use google.bigtable.v2.RowFilter.$Properties instead.
                 */

                /**
                 * Narrowed shape of a RowFilter.
                 * @typedef {{
                 *   chain?: google.bigtable.v2.RowFilter.Chain.$Shape|null;
                 *   columnRangeFilter?: google.bigtable.v2.ColumnRange.$Shape|null;
                 *   cellsPerColumnLimitFilter?: number|null;
                 *   stripValueTransformer?: boolean|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ filter?: undefined; chain?: null; columnRangeFilter?: null; cellsPerColumnLimitFilter?: null; stripValueTransformer?: null }|{ filter?: "chain"; chain: google.bigtable.v2.RowFilter.Chain.$Shape; columnRangeFilter?: null; cellsPerColumnLimitFilter?: null; stripValueTransformer?: null }|{ filter?: "columnRangeFilter"; chain?: null; columnRangeFilter: google.bigtable.v2.ColumnRange.$Shape; cellsPerColumnLimitFilter?: null; stripValueTransformer?: null }|{ filter?: "cellsPerColumnLimitFilter"; chain?: null; columnRangeFilter?: null; cellsPerColumnLimitFilter: number; stripValueTransformer?: null }|{ filter?: "stripValueTransformer"; chain?: null; columnRangeFilter?: null; cellsPerColumnLimitFilter?: null; stripValueTransformer: boolean })
                 * )} google.bigtable.v2.RowFilter.$Shape
                 */

                /**
                 * Constructs a new RowFilter.
                 * @memberof google.bigtable.v2
                 * @classdesc Represents a RowFilter.
                 * @constructor
                 * @param {google.bigtable.v2.RowFilter.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                var RowFilter = function (properties) {
                    if (properties)
                        for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * RowFilter chain.
                 * @member {google.bigtable.v2.RowFilter.Chain.$Properties|null|undefined} chain
                 * @memberof google.bigtable.v2.RowFilter
                 * @instance
                 */
                RowFilter.prototype.chain = null;

                /**
                 * RowFilter columnRangeFilter.
                 * @member {google.bigtable.v2.ColumnRange.$Properties|null|undefined} columnRangeFilter
                 * @memberof google.bigtable.v2.RowFilter
                 * @instance
                 */
                RowFilter.prototype.columnRangeFilter = null;

                /**
                 * RowFilter cellsPerColumnLimitFilter.
                 * @member {number|null|undefined} cellsPerColumnLimitFilter
                 * @memberof google.bigtable.v2.RowFilter
                 * @instance
                 */
                RowFilter.prototype.cellsPerColumnLimitFilter = null;

                /**
                 * RowFilter stripValueTransformer.
                 * @member {boolean|null|undefined} stripValueTransformer
                 * @memberof google.bigtable.v2.RowFilter
                 * @instance
                 */
                RowFilter.prototype.stripValueTransformer = null;

                // OneOf field names bound to virtual getters and setters
                var $oneOfFields;

                /**
                 * RowFilter filter.
                 * @member {"chain"|"columnRangeFilter"|"cellsPerColumnLimitFilter"|"stripValueTransformer"|undefined} filter
                 * @memberof google.bigtable.v2.RowFilter
                 * @instance
                 */
                $Object.defineProperty(RowFilter.prototype, "filter", {
                    get: $util.oneOfGetter($oneOfFields = ["chain", "columnRangeFilter", "cellsPerColumnLimitFilter", "stripValueTransformer"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new RowFilter instance using the specified properties.
                 * @function create
                 * @memberof google.bigtable.v2.RowFilter
                 * @static
                 * @param {google.bigtable.v2.RowFilter.$Properties=} [properties] Properties to set
                 * @returns {google.bigtable.v2.RowFilter} RowFilter instance
                 * @type {{
                 *   (properties: google.bigtable.v2.RowFilter.$Shape): google.bigtable.v2.RowFilter & google.bigtable.v2.RowFilter.$Shape;
                 *   (properties?: google.bigtable.v2.RowFilter.$Properties): google.bigtable.v2.RowFilter;
                 * }}
                 */
                RowFilter.create = function(properties) {
                    return new RowFilter(properties);
                };

                /**
                 * Encodes the specified RowFilter message. Does not implicitly {@link google.bigtable.v2.RowFilter.verify|verify} messages.
                 * @function encode
                 * @memberof google.bigtable.v2.RowFilter
                 * @static
                 * @param {google.bigtable.v2.RowFilter.$Properties} message RowFilter message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RowFilter.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.chain != null && $Object.hasOwnProperty.call(message, "chain"))
                        $root.google.bigtable.v2.RowFilter.Chain.encode(message.chain, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.columnRangeFilter != null && $Object.hasOwnProperty.call(message, "columnRangeFilter"))
                        $root.google.bigtable.v2.ColumnRange.encode(message.columnRangeFilter, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                    if (message.cellsPerColumnLimitFilter != null && $Object.hasOwnProperty.call(message, "cellsPerColumnLimitFilter"))
                        writer.uint32(/* id 12, wireType 0 =*/96).int32(message.cellsPerColumnLimitFilter);
                    if (message.stripValueTransformer != null && $Object.hasOwnProperty.call(message, "stripValueTransformer"))
                        writer.uint32(/* id 13, wireType 0 =*/104).bool(message.stripValueTransformer);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (var i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RowFilter message from the specified reader or buffer.
                 * @function decode
                 * @memberof google.bigtable.v2.RowFilter
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.RowFilter & google.bigtable.v2.RowFilter.$Shape} RowFilter
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RowFilter.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    var end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.google.bigtable.v2.RowFilter();
                    while (reader.pos < end) {
                        var start = reader.pos;
                        var tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        var wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.chain = $root.google.bigtable.v2.RowFilter.Chain.decode(reader, reader.size(), $undefined, _depth + 1, message.chain);
                                message.filter = "chain";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.columnRangeFilter = $root.google.bigtable.v2.ColumnRange.decode(reader, reader.size(), $undefined, _depth + 1, message.columnRangeFilter);
                                message.filter = "columnRangeFilter";
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                message.cellsPerColumnLimitFilter = reader.int32();
                                message.filter = "cellsPerColumnLimitFilter";
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                message.stripValueTransformer = reader.bool();
                                message.filter = "stripValueTransformer";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a RowFilter message.
                 * @function verify
                 * @memberof google.bigtable.v2.RowFilter
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                RowFilter.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    var properties = {};
                    if (message.chain != null && $Object.hasOwnProperty.call(message, "chain")) {
                        properties.filter = 1;
                        {
                            var error = $root.google.bigtable.v2.RowFilter.Chain.verify(message.chain, _depth + 1);
                            if (error)
                                return "chain." + error;
                        }
                    }
                    if (message.columnRangeFilter != null && $Object.hasOwnProperty.call(message, "columnRangeFilter")) {
                        if (properties.filter === 1)
                            return "filter: multiple values";
                        properties.filter = 1;
                        {
                            var error = $root.google.bigtable.v2.ColumnRange.verify(message.columnRangeFilter, _depth + 1);
                            if (error)
                                return "columnRangeFilter." + error;
                        }
                    }
                    if (message.cellsPerColumnLimitFilter != null && $Object.hasOwnProperty.call(message, "cellsPerColumnLimitFilter")) {
                        if (properties.filter === 1)
                            return "filter: multiple values";
                        properties.filter = 1;
                        if (!$util.isInteger(message.cellsPerColumnLimitFilter))
                            return "cellsPerColumnLimitFilter: integer expected";
                    }
                    if (message.stripValueTransformer != null && $Object.hasOwnProperty.call(message, "stripValueTransformer")) {
                        if (properties.filter === 1)
                            return "filter: multiple values";
                        properties.filter = 1;
                        if (typeof message.stripValueTransformer !== "boolean")
                            return "stripValueTransformer: boolean expected";
                    }
                    return null;
                };

                /**
                 * Creates a RowFilter message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof google.bigtable.v2.RowFilter
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {google.bigtable.v2.RowFilter} RowFilter
                 */
                RowFilter.fromObject = function (object, _depth) {
                    if (object instanceof $root.google.bigtable.v2.RowFilter)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".google.bigtable.v2.RowFilter: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var message = new $root.google.bigtable.v2.RowFilter();
                    if (object.chain != null) {
                        if (!$util.isObject(object.chain))
                            throw $TypeError(".google.bigtable.v2.RowFilter.chain: object expected");
                        message.chain = $root.google.bigtable.v2.RowFilter.Chain.fromObject(object.chain, _depth + 1);
                    }
                    if (object.columnRangeFilter != null) {
                        if (!$util.isObject(object.columnRangeFilter))
                            throw $TypeError(".google.bigtable.v2.RowFilter.columnRangeFilter: object expected");
                        message.columnRangeFilter = $root.google.bigtable.v2.ColumnRange.fromObject(object.columnRangeFilter, _depth + 1);
                    }
                    if (object.cellsPerColumnLimitFilter != null)
                        message.cellsPerColumnLimitFilter = object.cellsPerColumnLimitFilter | 0;
                    if (object.stripValueTransformer != null)
                        message.stripValueTransformer = $Boolean(object.stripValueTransformer);
                    return message;
                };

                /**
                 * Creates a plain object from a RowFilter message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof google.bigtable.v2.RowFilter
                 * @static
                 * @param {google.bigtable.v2.RowFilter} message RowFilter
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                RowFilter.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var object = {};
                    if (message.chain != null && $Object.hasOwnProperty.call(message, "chain")) {
                        object.chain = $root.google.bigtable.v2.RowFilter.Chain.toObject(message.chain, options, _depth + 1);
                        if (options.oneofs)
                            object.filter = "chain";
                    }
                    if (message.columnRangeFilter != null && $Object.hasOwnProperty.call(message, "columnRangeFilter")) {
                        object.columnRangeFilter = $root.google.bigtable.v2.ColumnRange.toObject(message.columnRangeFilter, options, _depth + 1);
                        if (options.oneofs)
                            object.filter = "columnRangeFilter";
                    }
                    if (message.cellsPerColumnLimitFilter != null && $Object.hasOwnProperty.call(message, "cellsPerColumnLimitFilter")) {
                        object.cellsPerColumnLimitFilter = message.cellsPerColumnLimitFilter;
                        if (options.oneofs)
                            object.filter = "cellsPerColumnLimitFilter";
                    }
                    if (message.stripValueTransformer != null && $Object.hasOwnProperty.call(message, "stripValueTransformer")) {
                        object.stripValueTransformer = message.stripValueTransformer;
                        if (options.oneofs)
                            object.filter = "stripValueTransformer";
                    }
                    return object;
                };

                /**
                 * Converts this RowFilter to JSON.
                 * @function toJSON
                 * @memberof google.bigtable.v2.RowFilter
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                RowFilter.prototype.toJSON = function() {
                    return RowFilter.toObject(this, $protobuf.util.toJSONOptions);
                };

                /**
                 * Gets the type url for RowFilter
                 * @function getTypeUrl
                 * @memberof google.bigtable.v2.RowFilter
                 * @static
                 * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns {string} The type url
                 */
                RowFilter.getTypeUrl = function(prefix) {
                    if (prefix === $undefined)
                        prefix = "type.googleapis.com";
                    return prefix + "/google.bigtable.v2.RowFilter";
                };

                RowFilter.Chain = (function() {

                    /**
                     * Properties of a Chain.
                     * @typedef {Object} google.bigtable.v2.RowFilter.Chain.$Properties
                     * @property {Array.<google.bigtable.v2.RowFilter.$Properties>|null} [filters] Chain filters
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Chain.
                     * @memberof google.bigtable.v2.RowFilter
                     * @interface IChain
                     * @augments google.bigtable.v2.RowFilter.Chain.$Properties
                     * @deprecated Use google.bigtable.v2.RowFilter.Chain.$Properties instead.
                     */

                    /**
                     * Shape of a Chain.
                     * @typedef {{
                     *   filters?: Array.<google.bigtable.v2.RowFilter.$Shape>|null;
                     *   $unknowns?: Array.<Uint8Array>;
                     * }} google.bigtable.v2.RowFilter.Chain.$Shape
                     */

                    /**
                     * Constructs a new Chain.
                     * @memberof google.bigtable.v2.RowFilter
                     * @classdesc Represents a Chain.
                     * @constructor
                     * @param {google.bigtable.v2.RowFilter.Chain.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    var Chain = function (properties) {
                        this.filters = [];
                        if (properties)
                            for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Chain filters.
                     * @member {Array.<google.bigtable.v2.RowFilter.$Properties>} filters
                     * @memberof google.bigtable.v2.RowFilter.Chain
                     * @instance
                     */
                    Chain.prototype.filters = $util.emptyArray;

                    /**
                     * Creates a new Chain instance using the specified properties.
                     * @function create
                     * @memberof google.bigtable.v2.RowFilter.Chain
                     * @static
                     * @param {google.bigtable.v2.RowFilter.Chain.$Properties=} [properties] Properties to set
                     * @returns {google.bigtable.v2.RowFilter.Chain} Chain instance
                     * @type {{
                     *   (properties: google.bigtable.v2.RowFilter.Chain.$Shape): google.bigtable.v2.RowFilter.Chain & google.bigtable.v2.RowFilter.Chain.$Shape;
                     *   (properties?: google.bigtable.v2.RowFilter.Chain.$Properties): google.bigtable.v2.RowFilter.Chain;
                     * }}
                     */
                    Chain.create = function(properties) {
                        return new Chain(properties);
                    };

                    /**
                     * Encodes the specified Chain message. Does not implicitly {@link google.bigtable.v2.RowFilter.Chain.verify|verify} messages.
                     * @function encode
                     * @memberof google.bigtable.v2.RowFilter.Chain
                     * @static
                     * @param {google.bigtable.v2.RowFilter.Chain.$Properties} message Chain message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Chain.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.filters != null && message.filters.length)
                            for (var i = 0; i < message.filters.length; ++i)
                                $root.google.bigtable.v2.RowFilter.encode(message.filters[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (var i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a Chain message from the specified reader or buffer.
                     * @function decode
                     * @memberof google.bigtable.v2.RowFilter.Chain
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {google.bigtable.v2.RowFilter.Chain & google.bigtable.v2.RowFilter.Chain.$Shape} Chain
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Chain.decode = function (reader, length, _end, _depth, _target) {
                        if (!(reader instanceof $Reader))
                            reader = $Reader.create(reader);
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $Reader.recursionLimit)
                            throw $Error("max depth exceeded");
                        var end, message;
                        if (length === $undefined)
                            end = reader.len;
                        else {
                            end = reader.pos + length;
                            if (end > reader.len)
                                throw $RangeError("index out of range");
                            length = reader.len;
                            reader.len = end;
                        }
                        message = _target || new $root.google.bigtable.v2.RowFilter.Chain();
                        while (reader.pos < end) {
                            var start = reader.pos;
                            var tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            var wireType = tag & 7;
                            switch (tag >>>= 3) {
                            case 1: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.filters && message.filters.length))
                                        message.filters = [];
                                    message.filters.push($root.google.bigtable.v2.RowFilter.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            }
                            reader.skipType(wireType, _depth, tag);
                            if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                        }
                        if (length !== $undefined) {
                            if (reader.pos !== end)
                                throw $RangeError("index out of range");
                            reader.len = length;
                        }
                        if (_end !== $undefined)
                            throw $Error("missing end group");
                        return message;
                    };

                    /**
                     * Verifies a Chain message.
                     * @function verify
                     * @memberof google.bigtable.v2.RowFilter.Chain
                     * @static
                     * @param {Object.<string,*>} message Plain object to verify
                     * @returns {string|null} `null` if valid, otherwise the reason why it is not
                     */
                    Chain.verify = function (message, _depth) {
                        if (typeof message !== "object" || message === null)
                            return "object expected";
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            return "max depth exceeded";
                        if (message.filters != null && $Object.hasOwnProperty.call(message, "filters")) {
                            if (!$Array.isArray(message.filters))
                                return "filters: array expected";
                            for (var i = 0; i < message.filters.length; ++i) {
                                var error = $root.google.bigtable.v2.RowFilter.verify(message.filters[i], _depth + 1);
                                if (error)
                                    return "filters." + error;
                            }
                        }
                        return null;
                    };

                    /**
                     * Creates a Chain message from a plain object. Also converts values to their respective internal types.
                     * @function fromObject
                     * @memberof google.bigtable.v2.RowFilter.Chain
                     * @static
                     * @param {Object.<string,*>} object Plain object
                     * @returns {google.bigtable.v2.RowFilter.Chain} Chain
                     */
                    Chain.fromObject = function (object, _depth) {
                        if (object instanceof $root.google.bigtable.v2.RowFilter.Chain)
                            return object;
                        if (!$util.isObject(object))
                            throw $TypeError(".google.bigtable.v2.RowFilter.Chain: object expected");
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        var message = new $root.google.bigtable.v2.RowFilter.Chain();
                        if (object.filters) {
                            if (!$Array.isArray(object.filters))
                                throw $TypeError(".google.bigtable.v2.RowFilter.Chain.filters: array expected");
                            message.filters = $Array(object.filters.length);
                            for (var i = 0; i < object.filters.length; ++i) {
                                if (!$util.isObject(object.filters[i]))
                                    throw $TypeError(".google.bigtable.v2.RowFilter.Chain.filters: object expected");
                                message.filters[i] = $root.google.bigtable.v2.RowFilter.fromObject(object.filters[i], _depth + 1);
                            }
                        }
                        return message;
                    };

                    /**
                     * Creates a plain object from a Chain message. Also converts values to other types if specified.
                     * @function toObject
                     * @memberof google.bigtable.v2.RowFilter.Chain
                     * @static
                     * @param {google.bigtable.v2.RowFilter.Chain} message Chain
                     * @param {$protobuf.IConversionOptions} [options] Conversion options
                     * @returns {Object.<string,*>} Plain object
                     */
                    Chain.toObject = function (message, options, _depth) {
                        if (!options)
                            options = {};
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        var object = {};
                        if (options.arrays || options.defaults)
                            object.filters = [];
                        if (message.filters && message.filters.length) {
                            object.filters = $Array(message.filters.length);
                            for (var j = 0; j < message.filters.length; ++j)
                                object.filters[j] = $root.google.bigtable.v2.RowFilter.toObject(message.filters[j], options, _depth + 1);
                        }
                        return object;
                    };

                    /**
                     * Converts this Chain to JSON.
                     * @function toJSON
                     * @memberof google.bigtable.v2.RowFilter.Chain
                     * @instance
                     * @returns {Object.<string,*>} JSON object
                     */
                    Chain.prototype.toJSON = function() {
                        return Chain.toObject(this, $protobuf.util.toJSONOptions);
                    };

                    /**
                     * Gets the type url for Chain
                     * @function getTypeUrl
                     * @memberof google.bigtable.v2.RowFilter.Chain
                     * @static
                     * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns {string} The type url
                     */
                    Chain.getTypeUrl = function(prefix) {
                        if (prefix === $undefined)
                            prefix = "type.googleapis.com";
                        return prefix + "/google.bigtable.v2.RowFilter.Chain";
                    };

                    return Chain;
                })();

                return RowFilter;
            })();

            v2.ColumnRange = (function() {

                /**
                 * Properties of a ColumnRange.
                 * @typedef {Object} google.bigtable.v2.ColumnRange.$Properties
                 * @property {string|null} [familyName] ColumnRange familyName
                 * @property {Uint8Array|null} [startQualifierClosed] ColumnRange startQualifierClosed
                 * @property {Uint8Array|null} [endQualifierClosed] ColumnRange endQualifierClosed
                 * @property {"startQualifierClosed"} [startQualifier] ColumnRange startQualifier
                 * @property {"endQualifierClosed"} [endQualifier] ColumnRange endQualifier
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ColumnRange.
                 * @memberof google.bigtable.v2
                 * @interface IColumnRange
                 * @augments google.bigtable.v2.ColumnRange.$Properties
                 * @deprecated Use google.bigtable.v2.ColumnRange.$Properties instead.
                 */

                /**
                 * Narrowed shape of a ColumnRange.
                 * @typedef {{
                 *   familyName?: string|null;
                 *   startQualifierClosed?: Uint8Array|null;
                 *   endQualifierClosed?: Uint8Array|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ startQualifier?: undefined; startQualifierClosed?: null }|{ startQualifier?: "startQualifierClosed"; startQualifierClosed: Uint8Array })
                 * ) & (
                 *   ({ endQualifier?: undefined; endQualifierClosed?: null }|{ endQualifier?: "endQualifierClosed"; endQualifierClosed: Uint8Array })
                 * )} google.bigtable.v2.ColumnRange.$Shape
                 */

                /**
                 * Constructs a new ColumnRange.
                 * @memberof google.bigtable.v2
                 * @classdesc Represents a ColumnRange.
                 * @constructor
                 * @param {google.bigtable.v2.ColumnRange.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                var ColumnRange = function (properties) {
                    if (properties)
                        for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ColumnRange familyName.
                 * @member {string} familyName
                 * @memberof google.bigtable.v2.ColumnRange
                 * @instance
                 */
                ColumnRange.prototype.familyName = "";

                /**
                 * ColumnRange startQualifierClosed.
                 * @member {Uint8Array|null|undefined} startQualifierClosed
                 * @memberof google.bigtable.v2.ColumnRange
                 * @instance
                 */
                ColumnRange.prototype.startQualifierClosed = null;

                /**
                 * ColumnRange endQualifierClosed.
                 * @member {Uint8Array|null|undefined} endQualifierClosed
                 * @memberof google.bigtable.v2.ColumnRange
                 * @instance
                 */
                ColumnRange.prototype.endQualifierClosed = null;

                // OneOf field names bound to virtual getters and setters
                var $oneOfFields;

                /**
                 * ColumnRange startQualifier.
                 * @member {"startQualifierClosed"|undefined} startQualifier
                 * @memberof google.bigtable.v2.ColumnRange
                 * @instance
                 */
                $Object.defineProperty(ColumnRange.prototype, "startQualifier", {
                    get: $util.oneOfGetter($oneOfFields = ["startQualifierClosed"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * ColumnRange endQualifier.
                 * @member {"endQualifierClosed"|undefined} endQualifier
                 * @memberof google.bigtable.v2.ColumnRange
                 * @instance
                 */
                $Object.defineProperty(ColumnRange.prototype, "endQualifier", {
                    get: $util.oneOfGetter($oneOfFields = ["endQualifierClosed"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new ColumnRange instance using the specified properties.
                 * @function create
                 * @memberof google.bigtable.v2.ColumnRange
                 * @static
                 * @param {google.bigtable.v2.ColumnRange.$Properties=} [properties] Properties to set
                 * @returns {google.bigtable.v2.ColumnRange} ColumnRange instance
                 * @type {{
                 *   (properties: google.bigtable.v2.ColumnRange.$Shape): google.bigtable.v2.ColumnRange & google.bigtable.v2.ColumnRange.$Shape;
                 *   (properties?: google.bigtable.v2.ColumnRange.$Properties): google.bigtable.v2.ColumnRange;
                 * }}
                 */
                ColumnRange.create = function(properties) {
                    return new ColumnRange(properties);
                };

                /**
                 * Encodes the specified ColumnRange message. Does not implicitly {@link google.bigtable.v2.ColumnRange.verify|verify} messages.
                 * @function encode
                 * @memberof google.bigtable.v2.ColumnRange
                 * @static
                 * @param {google.bigtable.v2.ColumnRange.$Properties} message ColumnRange message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ColumnRange.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.familyName != null && $Object.hasOwnProperty.call(message, "familyName") && message.familyName !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.familyName);
                    if (message.startQualifierClosed != null && $Object.hasOwnProperty.call(message, "startQualifierClosed"))
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.startQualifierClosed);
                    if (message.endQualifierClosed != null && $Object.hasOwnProperty.call(message, "endQualifierClosed"))
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.endQualifierClosed);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (var i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ColumnRange message from the specified reader or buffer.
                 * @function decode
                 * @memberof google.bigtable.v2.ColumnRange
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.ColumnRange & google.bigtable.v2.ColumnRange.$Shape} ColumnRange
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ColumnRange.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    var end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.google.bigtable.v2.ColumnRange();
                    while (reader.pos < end) {
                        var start = reader.pos;
                        var tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        var wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.familyName = value;
                                else
                                    delete message.familyName;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.startQualifierClosed = reader.bytes();
                                message.startQualifier = "startQualifierClosed";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.endQualifierClosed = reader.bytes();
                                message.endQualifier = "endQualifierClosed";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a ColumnRange message.
                 * @function verify
                 * @memberof google.bigtable.v2.ColumnRange
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                ColumnRange.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    var properties = {};
                    if (message.familyName != null && $Object.hasOwnProperty.call(message, "familyName"))
                        if (!$util.isString(message.familyName))
                            return "familyName: string expected";
                    if (message.startQualifierClosed != null && $Object.hasOwnProperty.call(message, "startQualifierClosed")) {
                        properties.startQualifier = 1;
                        if (!(message.startQualifierClosed && typeof message.startQualifierClosed.length === "number" || $util.isString(message.startQualifierClosed)))
                            return "startQualifierClosed: buffer expected";
                    }
                    if (message.endQualifierClosed != null && $Object.hasOwnProperty.call(message, "endQualifierClosed")) {
                        properties.endQualifier = 1;
                        if (!(message.endQualifierClosed && typeof message.endQualifierClosed.length === "number" || $util.isString(message.endQualifierClosed)))
                            return "endQualifierClosed: buffer expected";
                    }
                    return null;
                };

                /**
                 * Creates a ColumnRange message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof google.bigtable.v2.ColumnRange
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {google.bigtable.v2.ColumnRange} ColumnRange
                 */
                ColumnRange.fromObject = function (object, _depth) {
                    if (object instanceof $root.google.bigtable.v2.ColumnRange)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".google.bigtable.v2.ColumnRange: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var message = new $root.google.bigtable.v2.ColumnRange();
                    if (object.familyName != null)
                        if (typeof object.familyName !== "string" || object.familyName.length)
                            message.familyName = $String(object.familyName);
                    if (object.startQualifierClosed != null)
                        if (typeof object.startQualifierClosed === "string")
                            $util.base64.decode(object.startQualifierClosed, message.startQualifierClosed = $util.newBuffer($util.base64.length(object.startQualifierClosed)), 0);
                        else if (object.startQualifierClosed.length >= 0)
                            message.startQualifierClosed = object.startQualifierClosed;
                    if (object.endQualifierClosed != null)
                        if (typeof object.endQualifierClosed === "string")
                            $util.base64.decode(object.endQualifierClosed, message.endQualifierClosed = $util.newBuffer($util.base64.length(object.endQualifierClosed)), 0);
                        else if (object.endQualifierClosed.length >= 0)
                            message.endQualifierClosed = object.endQualifierClosed;
                    return message;
                };

                /**
                 * Creates a plain object from a ColumnRange message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof google.bigtable.v2.ColumnRange
                 * @static
                 * @param {google.bigtable.v2.ColumnRange} message ColumnRange
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                ColumnRange.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var object = {};
                    if (options.defaults)
                        object.familyName = "";
                    if (message.familyName != null && $Object.hasOwnProperty.call(message, "familyName"))
                        object.familyName = message.familyName;
                    if (message.startQualifierClosed != null && $Object.hasOwnProperty.call(message, "startQualifierClosed")) {
                        object.startQualifierClosed = options.bytes === $String ? $util.base64.encode(message.startQualifierClosed, 0, message.startQualifierClosed.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.startQualifierClosed) : message.startQualifierClosed;
                        if (options.oneofs)
                            object.startQualifier = "startQualifierClosed";
                    }
                    if (message.endQualifierClosed != null && $Object.hasOwnProperty.call(message, "endQualifierClosed")) {
                        object.endQualifierClosed = options.bytes === $String ? $util.base64.encode(message.endQualifierClosed, 0, message.endQualifierClosed.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.endQualifierClosed) : message.endQualifierClosed;
                        if (options.oneofs)
                            object.endQualifier = "endQualifierClosed";
                    }
                    return object;
                };

                /**
                 * Converts this ColumnRange to JSON.
                 * @function toJSON
                 * @memberof google.bigtable.v2.ColumnRange
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                ColumnRange.prototype.toJSON = function() {
                    return ColumnRange.toObject(this, $protobuf.util.toJSONOptions);
                };

                /**
                 * Gets the type url for ColumnRange
                 * @function getTypeUrl
                 * @memberof google.bigtable.v2.ColumnRange
                 * @static
                 * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns {string} The type url
                 */
                ColumnRange.getTypeUrl = function(prefix) {
                    if (prefix === $undefined)
                        prefix = "type.googleapis.com";
                    return prefix + "/google.bigtable.v2.ColumnRange";
                };

                return ColumnRange;
            })();

            v2.Mutation = (function() {

                /**
                 * Properties of a Mutation.
                 * @typedef {Object} google.bigtable.v2.Mutation.$Properties
                 * @property {google.bigtable.v2.Mutation.SetCell.$Properties|null} [setCell] Mutation setCell
                 * @property {google.bigtable.v2.Mutation.DeleteFromRow.$Properties|null} [deleteFromRow] Mutation deleteFromRow
                 * @property {"setCell"|"deleteFromRow"} [mutation] Mutation mutation
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Mutation.
                 * @memberof google.bigtable.v2
                 * @interface IMutation
                 * @augments google.bigtable.v2.Mutation.$Properties
                 * @deprecated Use google.bigtable.v2.Mutation.$Properties instead.
                 */

                /**
                 * Narrowed shape of a Mutation.
                 * @typedef {{
                 *   setCell?: google.bigtable.v2.Mutation.SetCell.$Shape|null;
                 *   deleteFromRow?: google.bigtable.v2.Mutation.DeleteFromRow.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ mutation?: undefined; setCell?: null; deleteFromRow?: null }|{ mutation?: "setCell"; setCell: google.bigtable.v2.Mutation.SetCell.$Shape; deleteFromRow?: null }|{ mutation?: "deleteFromRow"; setCell?: null; deleteFromRow: google.bigtable.v2.Mutation.DeleteFromRow.$Shape })
                 * )} google.bigtable.v2.Mutation.$Shape
                 */

                /**
                 * Constructs a new Mutation.
                 * @memberof google.bigtable.v2
                 * @classdesc Represents a Mutation.
                 * @constructor
                 * @param {google.bigtable.v2.Mutation.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                var Mutation = function (properties) {
                    if (properties)
                        for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Mutation setCell.
                 * @member {google.bigtable.v2.Mutation.SetCell.$Properties|null|undefined} setCell
                 * @memberof google.bigtable.v2.Mutation
                 * @instance
                 */
                Mutation.prototype.setCell = null;

                /**
                 * Mutation deleteFromRow.
                 * @member {google.bigtable.v2.Mutation.DeleteFromRow.$Properties|null|undefined} deleteFromRow
                 * @memberof google.bigtable.v2.Mutation
                 * @instance
                 */
                Mutation.prototype.deleteFromRow = null;

                // OneOf field names bound to virtual getters and setters
                var $oneOfFields;

                /**
                 * Mutation mutation.
                 * @member {"setCell"|"deleteFromRow"|undefined} mutation
                 * @memberof google.bigtable.v2.Mutation
                 * @instance
                 */
                $Object.defineProperty(Mutation.prototype, "mutation", {
                    get: $util.oneOfGetter($oneOfFields = ["setCell", "deleteFromRow"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new Mutation instance using the specified properties.
                 * @function create
                 * @memberof google.bigtable.v2.Mutation
                 * @static
                 * @param {google.bigtable.v2.Mutation.$Properties=} [properties] Properties to set
                 * @returns {google.bigtable.v2.Mutation} Mutation instance
                 * @type {{
                 *   (properties: google.bigtable.v2.Mutation.$Shape): google.bigtable.v2.Mutation & google.bigtable.v2.Mutation.$Shape;
                 *   (properties?: google.bigtable.v2.Mutation.$Properties): google.bigtable.v2.Mutation;
                 * }}
                 */
                Mutation.create = function(properties) {
                    return new Mutation(properties);
                };

                /**
                 * Encodes the specified Mutation message. Does not implicitly {@link google.bigtable.v2.Mutation.verify|verify} messages.
                 * @function encode
                 * @memberof google.bigtable.v2.Mutation
                 * @static
                 * @param {google.bigtable.v2.Mutation.$Properties} message Mutation message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Mutation.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.setCell != null && $Object.hasOwnProperty.call(message, "setCell"))
                        $root.google.bigtable.v2.Mutation.SetCell.encode(message.setCell, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.deleteFromRow != null && $Object.hasOwnProperty.call(message, "deleteFromRow"))
                        $root.google.bigtable.v2.Mutation.DeleteFromRow.encode(message.deleteFromRow, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (var i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Mutation message from the specified reader or buffer.
                 * @function decode
                 * @memberof google.bigtable.v2.Mutation
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {google.bigtable.v2.Mutation & google.bigtable.v2.Mutation.$Shape} Mutation
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Mutation.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    var end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.google.bigtable.v2.Mutation();
                    while (reader.pos < end) {
                        var start = reader.pos;
                        var tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        var wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.setCell = $root.google.bigtable.v2.Mutation.SetCell.decode(reader, reader.size(), $undefined, _depth + 1, message.setCell);
                                message.mutation = "setCell";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.deleteFromRow = $root.google.bigtable.v2.Mutation.DeleteFromRow.decode(reader, reader.size(), $undefined, _depth + 1, message.deleteFromRow);
                                message.mutation = "deleteFromRow";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Verifies a Mutation message.
                 * @function verify
                 * @memberof google.bigtable.v2.Mutation
                 * @static
                 * @param {Object.<string,*>} message Plain object to verify
                 * @returns {string|null} `null` if valid, otherwise the reason why it is not
                 */
                Mutation.verify = function (message, _depth) {
                    if (typeof message !== "object" || message === null)
                        return "object expected";
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        return "max depth exceeded";
                    var properties = {};
                    if (message.setCell != null && $Object.hasOwnProperty.call(message, "setCell")) {
                        properties.mutation = 1;
                        {
                            var error = $root.google.bigtable.v2.Mutation.SetCell.verify(message.setCell, _depth + 1);
                            if (error)
                                return "setCell." + error;
                        }
                    }
                    if (message.deleteFromRow != null && $Object.hasOwnProperty.call(message, "deleteFromRow")) {
                        if (properties.mutation === 1)
                            return "mutation: multiple values";
                        properties.mutation = 1;
                        {
                            var error = $root.google.bigtable.v2.Mutation.DeleteFromRow.verify(message.deleteFromRow, _depth + 1);
                            if (error)
                                return "deleteFromRow." + error;
                        }
                    }
                    return null;
                };

                /**
                 * Creates a Mutation message from a plain object. Also converts values to their respective internal types.
                 * @function fromObject
                 * @memberof google.bigtable.v2.Mutation
                 * @static
                 * @param {Object.<string,*>} object Plain object
                 * @returns {google.bigtable.v2.Mutation} Mutation
                 */
                Mutation.fromObject = function (object, _depth) {
                    if (object instanceof $root.google.bigtable.v2.Mutation)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".google.bigtable.v2.Mutation: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var message = new $root.google.bigtable.v2.Mutation();
                    if (object.setCell != null) {
                        if (!$util.isObject(object.setCell))
                            throw $TypeError(".google.bigtable.v2.Mutation.setCell: object expected");
                        message.setCell = $root.google.bigtable.v2.Mutation.SetCell.fromObject(object.setCell, _depth + 1);
                    }
                    if (object.deleteFromRow != null) {
                        if (!$util.isObject(object.deleteFromRow))
                            throw $TypeError(".google.bigtable.v2.Mutation.deleteFromRow: object expected");
                        message.deleteFromRow = $root.google.bigtable.v2.Mutation.DeleteFromRow.fromObject(object.deleteFromRow, _depth + 1);
                    }
                    return message;
                };

                /**
                 * Creates a plain object from a Mutation message. Also converts values to other types if specified.
                 * @function toObject
                 * @memberof google.bigtable.v2.Mutation
                 * @static
                 * @param {google.bigtable.v2.Mutation} message Mutation
                 * @param {$protobuf.IConversionOptions} [options] Conversion options
                 * @returns {Object.<string,*>} Plain object
                 */
                Mutation.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    var object = {};
                    if (message.setCell != null && $Object.hasOwnProperty.call(message, "setCell")) {
                        object.setCell = $root.google.bigtable.v2.Mutation.SetCell.toObject(message.setCell, options, _depth + 1);
                        if (options.oneofs)
                            object.mutation = "setCell";
                    }
                    if (message.deleteFromRow != null && $Object.hasOwnProperty.call(message, "deleteFromRow")) {
                        object.deleteFromRow = $root.google.bigtable.v2.Mutation.DeleteFromRow.toObject(message.deleteFromRow, options, _depth + 1);
                        if (options.oneofs)
                            object.mutation = "deleteFromRow";
                    }
                    return object;
                };

                /**
                 * Converts this Mutation to JSON.
                 * @function toJSON
                 * @memberof google.bigtable.v2.Mutation
                 * @instance
                 * @returns {Object.<string,*>} JSON object
                 */
                Mutation.prototype.toJSON = function() {
                    return Mutation.toObject(this, $protobuf.util.toJSONOptions);
                };

                /**
                 * Gets the type url for Mutation
                 * @function getTypeUrl
                 * @memberof google.bigtable.v2.Mutation
                 * @static
                 * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns {string} The type url
                 */
                Mutation.getTypeUrl = function(prefix) {
                    if (prefix === $undefined)
                        prefix = "type.googleapis.com";
                    return prefix + "/google.bigtable.v2.Mutation";
                };

                Mutation.SetCell = (function() {

                    /**
                     * Properties of a SetCell.
                     * @typedef {Object} google.bigtable.v2.Mutation.SetCell.$Properties
                     * @property {string|null} [familyName] SetCell familyName
                     * @property {Uint8Array|null} [columnQualifier] SetCell columnQualifier
                     * @property {number|Long|null} [timestampMicros] SetCell timestampMicros
                     * @property {Uint8Array|null} [value] SetCell value
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a SetCell.
                     * @memberof google.bigtable.v2.Mutation
                     * @interface ISetCell
                     * @augments google.bigtable.v2.Mutation.SetCell.$Properties
                     * @deprecated Use google.bigtable.v2.Mutation.SetCell.$Properties instead.
                     */

                    /**
                     * Shape of a SetCell.
                     * @typedef {google.bigtable.v2.Mutation.SetCell.$Properties} google.bigtable.v2.Mutation.SetCell.$Shape
                     */

                    /**
                     * Constructs a new SetCell.
                     * @memberof google.bigtable.v2.Mutation
                     * @classdesc Represents a SetCell.
                     * @constructor
                     * @param {google.bigtable.v2.Mutation.SetCell.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    var SetCell = function (properties) {
                        if (properties)
                            for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * SetCell familyName.
                     * @member {string} familyName
                     * @memberof google.bigtable.v2.Mutation.SetCell
                     * @instance
                     */
                    SetCell.prototype.familyName = "";

                    /**
                     * SetCell columnQualifier.
                     * @member {Uint8Array} columnQualifier
                     * @memberof google.bigtable.v2.Mutation.SetCell
                     * @instance
                     */
                    SetCell.prototype.columnQualifier = $util.newBuffer([]);

                    /**
                     * SetCell timestampMicros.
                     * @member {number|Long} timestampMicros
                     * @memberof google.bigtable.v2.Mutation.SetCell
                     * @instance
                     */
                    SetCell.prototype.timestampMicros = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                    /**
                     * SetCell value.
                     * @member {Uint8Array} value
                     * @memberof google.bigtable.v2.Mutation.SetCell
                     * @instance
                     */
                    SetCell.prototype.value = $util.newBuffer([]);

                    /**
                     * Creates a new SetCell instance using the specified properties.
                     * @function create
                     * @memberof google.bigtable.v2.Mutation.SetCell
                     * @static
                     * @param {google.bigtable.v2.Mutation.SetCell.$Properties=} [properties] Properties to set
                     * @returns {google.bigtable.v2.Mutation.SetCell} SetCell instance
                     * @type {{
                     *   (properties: google.bigtable.v2.Mutation.SetCell.$Shape): google.bigtable.v2.Mutation.SetCell & google.bigtable.v2.Mutation.SetCell.$Shape;
                     *   (properties?: google.bigtable.v2.Mutation.SetCell.$Properties): google.bigtable.v2.Mutation.SetCell;
                     * }}
                     */
                    SetCell.create = function(properties) {
                        return new SetCell(properties);
                    };

                    /**
                     * Encodes the specified SetCell message. Does not implicitly {@link google.bigtable.v2.Mutation.SetCell.verify|verify} messages.
                     * @function encode
                     * @memberof google.bigtable.v2.Mutation.SetCell
                     * @static
                     * @param {google.bigtable.v2.Mutation.SetCell.$Properties} message SetCell message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    SetCell.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.familyName != null && $Object.hasOwnProperty.call(message, "familyName") && message.familyName !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.familyName);
                        if (message.columnQualifier != null && $Object.hasOwnProperty.call(message, "columnQualifier") && message.columnQualifier.length)
                            writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.columnQualifier);
                        if (message.timestampMicros != null && $Object.hasOwnProperty.call(message, "timestampMicros") && (typeof message.timestampMicros === "object" ? message.timestampMicros.low || message.timestampMicros.high : message.timestampMicros !== 0))
                            writer.uint32(/* id 3, wireType 0 =*/24).int64(message.timestampMicros);
                        if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                            writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.value);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (var i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a SetCell message from the specified reader or buffer.
                     * @function decode
                     * @memberof google.bigtable.v2.Mutation.SetCell
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {google.bigtable.v2.Mutation.SetCell & google.bigtable.v2.Mutation.SetCell.$Shape} SetCell
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    SetCell.decode = function (reader, length, _end, _depth, _target) {
                        if (!(reader instanceof $Reader))
                            reader = $Reader.create(reader);
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $Reader.recursionLimit)
                            throw $Error("max depth exceeded");
                        var end, message, value;
                        if (length === $undefined)
                            end = reader.len;
                        else {
                            end = reader.pos + length;
                            if (end > reader.len)
                                throw $RangeError("index out of range");
                            length = reader.len;
                            reader.len = end;
                        }
                        message = _target || new $root.google.bigtable.v2.Mutation.SetCell();
                        while (reader.pos < end) {
                            var start = reader.pos;
                            var tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            var wireType = tag & 7;
                            switch (tag >>>= 3) {
                            case 1: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.stringVerify()).length)
                                        message.familyName = value;
                                    else
                                        delete message.familyName;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.bytes()).length)
                                        message.columnQualifier = value;
                                    else
                                        delete message.columnQualifier;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                        message.timestampMicros = value;
                                    else
                                        delete message.timestampMicros;
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.bytes()).length)
                                        message.value = value;
                                    else
                                        delete message.value;
                                    continue;
                                }
                            }
                            reader.skipType(wireType, _depth, tag);
                            if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                        }
                        if (length !== $undefined) {
                            if (reader.pos !== end)
                                throw $RangeError("index out of range");
                            reader.len = length;
                        }
                        if (_end !== $undefined)
                            throw $Error("missing end group");
                        return message;
                    };

                    /**
                     * Verifies a SetCell message.
                     * @function verify
                     * @memberof google.bigtable.v2.Mutation.SetCell
                     * @static
                     * @param {Object.<string,*>} message Plain object to verify
                     * @returns {string|null} `null` if valid, otherwise the reason why it is not
                     */
                    SetCell.verify = function (message, _depth) {
                        if (typeof message !== "object" || message === null)
                            return "object expected";
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            return "max depth exceeded";
                        if (message.familyName != null && $Object.hasOwnProperty.call(message, "familyName"))
                            if (!$util.isString(message.familyName))
                                return "familyName: string expected";
                        if (message.columnQualifier != null && $Object.hasOwnProperty.call(message, "columnQualifier"))
                            if (!(message.columnQualifier && typeof message.columnQualifier.length === "number" || $util.isString(message.columnQualifier)))
                                return "columnQualifier: buffer expected";
                        if (message.timestampMicros != null && $Object.hasOwnProperty.call(message, "timestampMicros"))
                            if (!$util.isInteger(message.timestampMicros) && !(message.timestampMicros && $util.isInteger(message.timestampMicros.low) && $util.isInteger(message.timestampMicros.high)))
                                return "timestampMicros: integer|Long expected";
                        if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                            if (!(message.value && typeof message.value.length === "number" || $util.isString(message.value)))
                                return "value: buffer expected";
                        return null;
                    };

                    /**
                     * Creates a SetCell message from a plain object. Also converts values to their respective internal types.
                     * @function fromObject
                     * @memberof google.bigtable.v2.Mutation.SetCell
                     * @static
                     * @param {Object.<string,*>} object Plain object
                     * @returns {google.bigtable.v2.Mutation.SetCell} SetCell
                     */
                    SetCell.fromObject = function (object, _depth) {
                        if (object instanceof $root.google.bigtable.v2.Mutation.SetCell)
                            return object;
                        if (!$util.isObject(object))
                            throw $TypeError(".google.bigtable.v2.Mutation.SetCell: object expected");
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        var message = new $root.google.bigtable.v2.Mutation.SetCell();
                        if (object.familyName != null)
                            if (typeof object.familyName !== "string" || object.familyName.length)
                                message.familyName = $String(object.familyName);
                        if (object.columnQualifier != null)
                            if (object.columnQualifier.length)
                                if (typeof object.columnQualifier === "string")
                                    $util.base64.decode(object.columnQualifier, message.columnQualifier = $util.newBuffer($util.base64.length(object.columnQualifier)), 0);
                                else if (object.columnQualifier.length >= 0)
                                    message.columnQualifier = object.columnQualifier;
                        if (object.timestampMicros != null)
                            if (typeof object.timestampMicros === "object" ? object.timestampMicros.low || object.timestampMicros.high : $Number(object.timestampMicros) !== 0)
                                if ($util.Long)
                                    message.timestampMicros = $util.Long.fromValue(object.timestampMicros, false);
                                else if (typeof object.timestampMicros === "string")
                                    message.timestampMicros = $parseInt(object.timestampMicros, 10);
                                else if (typeof object.timestampMicros === "number")
                                    message.timestampMicros = object.timestampMicros;
                                else if (typeof object.timestampMicros === "object")
                                    message.timestampMicros = new $util.LongBits(object.timestampMicros.low >>> 0, object.timestampMicros.high >>> 0).toNumber();
                        if (object.value != null)
                            if (object.value.length)
                                if (typeof object.value === "string")
                                    $util.base64.decode(object.value, message.value = $util.newBuffer($util.base64.length(object.value)), 0);
                                else if (object.value.length >= 0)
                                    message.value = object.value;
                        return message;
                    };

                    /**
                     * Creates a plain object from a SetCell message. Also converts values to other types if specified.
                     * @function toObject
                     * @memberof google.bigtable.v2.Mutation.SetCell
                     * @static
                     * @param {google.bigtable.v2.Mutation.SetCell} message SetCell
                     * @param {$protobuf.IConversionOptions} [options] Conversion options
                     * @returns {Object.<string,*>} Plain object
                     */
                    SetCell.toObject = function (message, options, _depth) {
                        if (!options)
                            options = {};
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        var object = {};
                        if (options.defaults) {
                            object.familyName = "";
                            if (options.bytes === $String)
                                object.columnQualifier = "";
                            else {
                                object.columnQualifier = [];
                                if (options.bytes !== $Array)
                                    object.columnQualifier = $util.newBuffer(object.columnQualifier);
                            }
                            if ($util.Long) {
                                var long = new $util.Long(0, 0, false);
                                object.timestampMicros = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                            } else
                                object.timestampMicros = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                            if (options.bytes === $String)
                                object.value = "";
                            else {
                                object.value = [];
                                if (options.bytes !== $Array)
                                    object.value = $util.newBuffer(object.value);
                            }
                        }
                        if (message.familyName != null && $Object.hasOwnProperty.call(message, "familyName"))
                            object.familyName = message.familyName;
                        if (message.columnQualifier != null && $Object.hasOwnProperty.call(message, "columnQualifier"))
                            object.columnQualifier = options.bytes === $String ? $util.base64.encode(message.columnQualifier, 0, message.columnQualifier.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.columnQualifier) : message.columnQualifier;
                        if (message.timestampMicros != null && $Object.hasOwnProperty.call(message, "timestampMicros"))
                            if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                                object.timestampMicros = typeof message.timestampMicros === "number" ? $BigInt(message.timestampMicros) : $util.Long.fromBits(message.timestampMicros.low >>> 0, message.timestampMicros.high >>> 0, false).toBigInt();
                            else if (typeof message.timestampMicros === "number")
                                object.timestampMicros = options.longs === $String ? $String(message.timestampMicros) : message.timestampMicros;
                            else
                                object.timestampMicros = options.longs === $String ? $util.Long.prototype.toString.call(message.timestampMicros) : options.longs === $Number ? new $util.LongBits(message.timestampMicros.low >>> 0, message.timestampMicros.high >>> 0).toNumber() : message.timestampMicros;
                        if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                            object.value = options.bytes === $String ? $util.base64.encode(message.value, 0, message.value.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.value) : message.value;
                        return object;
                    };

                    /**
                     * Converts this SetCell to JSON.
                     * @function toJSON
                     * @memberof google.bigtable.v2.Mutation.SetCell
                     * @instance
                     * @returns {Object.<string,*>} JSON object
                     */
                    SetCell.prototype.toJSON = function() {
                        return SetCell.toObject(this, $protobuf.util.toJSONOptions);
                    };

                    /**
                     * Gets the type url for SetCell
                     * @function getTypeUrl
                     * @memberof google.bigtable.v2.Mutation.SetCell
                     * @static
                     * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns {string} The type url
                     */
                    SetCell.getTypeUrl = function(prefix) {
                        if (prefix === $undefined)
                            prefix = "type.googleapis.com";
                        return prefix + "/google.bigtable.v2.Mutation.SetCell";
                    };

                    return SetCell;
                })();

                Mutation.DeleteFromRow = (function() {

                    /**
                     * Properties of a DeleteFromRow.
                     * @typedef {Object} google.bigtable.v2.Mutation.DeleteFromRow.$Properties
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a DeleteFromRow.
                     * @memberof google.bigtable.v2.Mutation
                     * @interface IDeleteFromRow
                     * @augments google.bigtable.v2.Mutation.DeleteFromRow.$Properties
                     * @deprecated Use google.bigtable.v2.Mutation.DeleteFromRow.$Properties instead.
                     */

                    /**
                     * Shape of a DeleteFromRow.
                     * @typedef {google.bigtable.v2.Mutation.DeleteFromRow.$Properties} google.bigtable.v2.Mutation.DeleteFromRow.$Shape
                     */

                    /**
                     * Constructs a new DeleteFromRow.
                     * @memberof google.bigtable.v2.Mutation
                     * @classdesc Represents a DeleteFromRow.
                     * @constructor
                     * @param {google.bigtable.v2.Mutation.DeleteFromRow.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    var DeleteFromRow = function (properties) {
                        if (properties)
                            for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Creates a new DeleteFromRow instance using the specified properties.
                     * @function create
                     * @memberof google.bigtable.v2.Mutation.DeleteFromRow
                     * @static
                     * @param {google.bigtable.v2.Mutation.DeleteFromRow.$Properties=} [properties] Properties to set
                     * @returns {google.bigtable.v2.Mutation.DeleteFromRow} DeleteFromRow instance
                     * @type {{
                     *   (properties: google.bigtable.v2.Mutation.DeleteFromRow.$Shape): google.bigtable.v2.Mutation.DeleteFromRow & google.bigtable.v2.Mutation.DeleteFromRow.$Shape;
                     *   (properties?: google.bigtable.v2.Mutation.DeleteFromRow.$Properties): google.bigtable.v2.Mutation.DeleteFromRow;
                     * }}
                     */
                    DeleteFromRow.create = function(properties) {
                        return new DeleteFromRow(properties);
                    };

                    /**
                     * Encodes the specified DeleteFromRow message. Does not implicitly {@link google.bigtable.v2.Mutation.DeleteFromRow.verify|verify} messages.
                     * @function encode
                     * @memberof google.bigtable.v2.Mutation.DeleteFromRow
                     * @static
                     * @param {google.bigtable.v2.Mutation.DeleteFromRow.$Properties} message DeleteFromRow message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    DeleteFromRow.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (var i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a DeleteFromRow message from the specified reader or buffer.
                     * @function decode
                     * @memberof google.bigtable.v2.Mutation.DeleteFromRow
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {google.bigtable.v2.Mutation.DeleteFromRow & google.bigtable.v2.Mutation.DeleteFromRow.$Shape} DeleteFromRow
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    DeleteFromRow.decode = function (reader, length, _end, _depth, _target) {
                        if (!(reader instanceof $Reader))
                            reader = $Reader.create(reader);
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $Reader.recursionLimit)
                            throw $Error("max depth exceeded");
                        var end, message;
                        if (length === $undefined)
                            end = reader.len;
                        else {
                            end = reader.pos + length;
                            if (end > reader.len)
                                throw $RangeError("index out of range");
                            length = reader.len;
                            reader.len = end;
                        }
                        message = _target || new $root.google.bigtable.v2.Mutation.DeleteFromRow();
                        while (reader.pos < end) {
                            var start = reader.pos;
                            var tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            reader.skipType(tag & 7, _depth, tag);
                            if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                        }
                        if (length !== $undefined) {
                            if (reader.pos !== end)
                                throw $RangeError("index out of range");
                            reader.len = length;
                        }
                        if (_end !== $undefined)
                            throw $Error("missing end group");
                        return message;
                    };

                    /**
                     * Verifies a DeleteFromRow message.
                     * @function verify
                     * @memberof google.bigtable.v2.Mutation.DeleteFromRow
                     * @static
                     * @param {Object.<string,*>} message Plain object to verify
                     * @returns {string|null} `null` if valid, otherwise the reason why it is not
                     */
                    DeleteFromRow.verify = function (message, _depth) {
                        if (typeof message !== "object" || message === null)
                            return "object expected";
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            return "max depth exceeded";
                        return null;
                    };

                    /**
                     * Creates a DeleteFromRow message from a plain object. Also converts values to their respective internal types.
                     * @function fromObject
                     * @memberof google.bigtable.v2.Mutation.DeleteFromRow
                     * @static
                     * @param {Object.<string,*>} object Plain object
                     * @returns {google.bigtable.v2.Mutation.DeleteFromRow} DeleteFromRow
                     */
                    DeleteFromRow.fromObject = function (object, _depth) {
                        if (object instanceof $root.google.bigtable.v2.Mutation.DeleteFromRow)
                            return object;
                        if (!$util.isObject(object))
                            throw $TypeError(".google.bigtable.v2.Mutation.DeleteFromRow: object expected");
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        return new $root.google.bigtable.v2.Mutation.DeleteFromRow();
                    };

                    /**
                     * Creates a plain object from a DeleteFromRow message. Also converts values to other types if specified.
                     * @function toObject
                     * @memberof google.bigtable.v2.Mutation.DeleteFromRow
                     * @static
                     * @param {google.bigtable.v2.Mutation.DeleteFromRow} message DeleteFromRow
                     * @param {$protobuf.IConversionOptions} [options] Conversion options
                     * @returns {Object.<string,*>} Plain object
                     */
                    DeleteFromRow.toObject = function () {
                        return {};
                    };

                    /**
                     * Converts this DeleteFromRow to JSON.
                     * @function toJSON
                     * @memberof google.bigtable.v2.Mutation.DeleteFromRow
                     * @instance
                     * @returns {Object.<string,*>} JSON object
                     */
                    DeleteFromRow.prototype.toJSON = function() {
                        return DeleteFromRow.toObject(this, $protobuf.util.toJSONOptions);
                    };

                    /**
                     * Gets the type url for DeleteFromRow
                     * @function getTypeUrl
                     * @memberof google.bigtable.v2.Mutation.DeleteFromRow
                     * @static
                     * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns {string} The type url
                     */
                    DeleteFromRow.getTypeUrl = function(prefix) {
                        if (prefix === $undefined)
                            prefix = "type.googleapis.com";
                        return prefix + "/google.bigtable.v2.Mutation.DeleteFromRow";
                    };

                    return DeleteFromRow;
                })();

                return Mutation;
            })();

            return v2;
        })();

        return bigtable;
    })();

    return google;
})();

module.exports = $root;
